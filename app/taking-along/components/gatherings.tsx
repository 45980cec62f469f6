import { asksAgain } from "~/gatherings/asking-again";
import { capital, listed, longMoment } from "~/i18n/dates";
import type { Say } from "~/i18n/text";
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
  const whoSaid = (said: string) =>
    answers.filter(({ answer, forLocal }) => answer === said && !asksAgain(forLocal, startLocal)).map(({ name }) => name);
  const [coming, online] = [whoSaid("yes"), whoSaid("online")];
  return (
    <li>
      {capital(longMoment(startLocal, language, t))}
      {place && `, ${place}`}
      {about && `. ${about}`}
      {cancelledAt && ` (${t("gatherings.cancelledTag")})`}
      {coming.length > 0 && <div className="soft">{t("takeAlong.saidYes", { names: listed(coming, language) })}</div>}
      {online.length > 0 && <div className="soft">{t("takeAlong.saidOnline", { names: listed(online, language) })}</div>}
      {answers
        .filter(({ word }) => word !== "")
        .map(({ memberId, name, word }) => (
          <div key={memberId} className="soft">
            <bdi>{name}</bdi>: “{word}”
          </div>
        ))}
      {alongInWords(gathering, t).map((sentence) => (
        <div key={sentence} className="soft">
          {sentence}
        </div>
      ))}
    </li>
  );
}

/** Who rode with whom and who brought what, a sentence each. */
function alongInWords({ lifts, cars, bringings }: Gathering, t: Say): string[] {
  const said = (sentence: string, word: string) => (word ? `${sentence}: “${word}”` : sentence);
  return [
    ...cars.map(({ driver, places, word }) => said(t("along.canTake", { driver, count: places }), word)),
    ...lifts.map(({ rider, driver, word }) => said(driver ? t("along.takenAlong", { driver, rider }) : t("along.sought", { rider }), word)),
    ...bringings.map(({ name, what }) => (name ? t("along.brought", { name, what }) : t("along.needed", { what }))),
  ];
}
