import { capital, hourOf, longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Face } from "~/ui/face";
import type { GatheringShown } from "../gathering.server";
import { letKnowInWords } from "../letting-know-words";
import { onClockOf } from "../own-clock";

interface LetterProps {
  /** To whom. */
  name: string;
  central: { name: string; hue: number; photo: string | null };
  gathering: GatheringShown;
  today: string;
  /** Whom to tell the answer, in words. */
  tell: string;
}

/** One letter on one sheet: when, where, and a strip to answer with. */
export function Letter({ name, central, gathering, today, tell }: LetterProps) {
  const t = useText();
  const language = useLanguage();
  const { startLocal, endLocal, otherZone, place, about, letKnow } = gathering;
  const hours = t("gatherings.hours", { from: hourOf(startLocal, language), to: hourOf(endLocal, language) });
  const when = otherZone ? onClockOf(hours, otherZone, language, t) : hours;
  const facts = [
    { word: t("gatherings.letterDay"), what: [capital(longDay(startLocal, language, today)), when] },
    { word: t("gatherings.letterPlace"), what: [place] },
    ...(about ? [{ word: t("gatherings.letterAbout"), what: [about] }] : []),
  ];
  return (
    <article className="letter">
      <p className="letter-from">
        <Face {...central} size="m" />
        <span>{t("app.circleOf", { name: central.name })}</span>
      </p>
      <h2>{t("mail.hello", { name })}</h2>
      <p>{t("gatherings.letterComes", { name: central.name })}</p>
      <dl className="letter-facts">
        {facts.map(({ word, what }) => (
          <div key={word}>
            <dt>{word}</dt>
            {what.map((line) => (
              <dd key={line} dir="auto">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p>
        {t("gatherings.letterAnswer", { names: tell })} {letKnow && !letKnow.past && letKnowInWords(letKnow, language, t, today)}
      </p>
      <div className="letter-strip">
        <p>
          {t("gatherings.letterSlip")} <bdi>{name}</bdi>, {longDay(startLocal, language, today)}
        </p>
        <ul>
          <li>{t("gatherings.answerYes")}</li>
          <li>{t("gatherings.answerNo")}</li>
        </ul>
      </div>
    </article>
  );
}
