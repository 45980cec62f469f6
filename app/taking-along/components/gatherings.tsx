import { capital, listed, longMoment } from "~/i18n/dates";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

type Gathering = TakenCircle["gatherings"][number];

/** Every gathering, by year, with who said yes and what people said with it. */
export function Gatherings({ circle: { gatherings }, reading }: { circle: TakenCircle; reading: Reading }) {
  if (gatherings.length === 0) return null;
  const years = [...new Set(gatherings.map(({ startLocal }) => startLocal.slice(0, 4)))];
  return (
    <>
      <h2>{reading.t("gatherings.title")}</h2>
      {years.map((year) => (
        <section key={year}>
          <h3>{year}</h3>
          <ul>
            {gatherings
              .filter(({ startLocal }) => startLocal.startsWith(year))
              .map((gathering) => (
                <One key={gathering.id} gathering={gathering} reading={reading} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function One({ gathering, reading: { t, language } }: { gathering: Gathering; reading: Reading }) {
  const { startLocal, place, about, cancelledAt, answers } = gathering;
  const coming = answers.filter(({ answer }) => answer === "yes").map(({ name }) => name);
  return (
    <li>
      {capital(longMoment(startLocal, language, t))}
      {place && `, ${place}`}
      {about && `. ${about}`}
      {cancelledAt && ` (${t("gatherings.cancelledTag")})`}
      {coming.length > 0 && <div className="soft">{t("takeAlong.saidYes", { names: listed(coming, language) })}</div>}
      {answers
        .filter(({ word }) => word !== "")
        .map(({ memberId, name, word }) => (
          <div key={memberId} className="soft">
            <bdi>{name}</bdi>: “{word}”
          </div>
        ))}
    </li>
  );
}
