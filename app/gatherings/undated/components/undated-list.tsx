import { monthOf } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import type { Next } from "../standing";
import type { Undated } from "../undated.server";
import { undatedInWords } from "../undated-words";

/** The rhythms without a date of a circle, each a line that leads to it. */
export function UndatedList({ groupId, series }: { groupId: string; series: Undated[] }) {
  const t = useText();
  const language = useLanguage();
  if (series.length === 0) return null;
  return (
    <Section id="undated" title={t("undated.list")}>
      <Rows
        rows={series.map((one) => ({
          ...{ id: one.id, icon: "repeat", href: `/g/${groupId}/gatherings/series/${one.id}` },
          title: undatedInWords(one, language, t)[0],
          sub: (
            <>
              <bdi>{one.about || one.place}</bdi>
              <br />
              {nextInWords(one.next, language, t)}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** "De volgende keer is ongeveer in maart 2027." */
export function nextInWords(next: Next, language: Language, t: Say): string {
  if (next.kind === "turn") return t("undated.nextAround", { month: monthOf(next.around, language) });
  const words = { coming: t("undated.nextComing"), sought: t("undated.nextSought"), paused: t("undated.nextPaused") };
  return next.kind === "over" ? t("undated.nextOver") : words[next.kind];
}
