import { capital } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Fact, PlaceAndAbout } from "../../components/gathering-facts";
import { longInWords } from "../../rhythm-words";
import type { Undated } from "../undated.server";
import { undatedInWords } from "../undated-words";
import { nextInWords } from "./undated-list";

/** How often, around when next, how long, where and what about. */
export function UndatedFacts({ series }: { series: Undated }) {
  const t = useText();
  const language = useLanguage();
  const { next, minutes, place, about } = series;
  return (
    <dl className="facts">
      <Fact icon="repeat" name={t("undated.often")}>
        {undatedInWords(series, language, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Fact>
      <Fact icon="calendar" name={t("gatherings.when")}>
        <p>{nextInWords(next, language, t)}</p>
        {next.kind === "turn" && next.due && <p>{t("undated.due")}.</p>}
      </Fact>
      <Fact icon="clock" name={t("gatherings.long")}>
        <p>{capital(longInWords(minutes, language, t))}</p>
      </Fact>
      <PlaceAndAbout place={place} about={about} />
    </dl>
  );
}
