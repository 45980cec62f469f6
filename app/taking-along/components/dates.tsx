import { cans } from "~/gatherings/polls/best-moment";
import { capital, listed, longMoment } from "~/i18n/dates";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

type Sought = TakenCircle["dates"][number];

/** Every date that was sought: its moments with who can, who can if need be and who can't, and what people said with it. */
export function Dates({ circle: { dates }, reading }: { circle: TakenCircle; reading: Reading }) {
  if (dates.length === 0) return null;
  return (
    <>
      <h2>{reading.t("takeAlong.dates")}</h2>
      {dates.map((date) => (
        <One key={date.id} date={date} reading={reading} />
      ))}
    </>
  );
}

const said = { yes: "polls.sayYes", ifNeedBe: "polls.sayIfNeedBe", no: "polls.sayNo" } as const;

function One({ date: { place, about, moments, answers }, reading: { t, language } }: { date: Sought; reading: Reading }) {
  const words = new Map(answers.flatMap(({ memberId, name, word }) => (word ? [[memberId, { name, word }]] : [])));
  return (
    <>
      <h3>{[place, about].filter(Boolean).join(". ")}</h3>
      <ul>
        {moments.map(({ id, startLocal, gatheringId }) => (
          <li key={id}>
            {capital(longMoment(startLocal, language, t))}
            {gatheringId && ` (${t("polls.chosenTag")})`}
            {cans.map((can) => {
              const names = answers.filter(({ momentId, answer }) => momentId === id && answer === can).map(({ name }) => name);
              return names.length > 0 ? <div key={can} className="soft">{`${t(said[can])}: ${listed(names, language)}`}</div> : null;
            })}
          </li>
        ))}
      </ul>
      {[...words].map(([memberId, { name, word }]) => (
        <div key={memberId} className="soft">
          <bdi>{name}</bdi>: “{word}”
        </div>
      ))}
    </>
  );
}
