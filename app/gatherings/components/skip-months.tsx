import type { useFields } from "~/forms/form";
import { capital, monthName } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { More } from "~/ui/more";
import { TicksField } from "~/ui/ticks-field";

/** The months in which the group does not meet; behind a quiet button until one is ticked. */
export function SkipMonths({ fields: { list, error } }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  const language = useLanguage();
  const months = Array.from({ length: 12 }, (_, place) => ({ value: String(place + 1), label: capital(monthName(place + 1, language)) }));
  const ticked = list("notIn");
  return (
    <More summary={t("gatherings.skipMonths")} open={ticked.length > 0 || error("notIn") !== undefined}>
      <TicksField
        name="notIn"
        legend={t("gatherings.notIn")}
        hint={t("gatherings.notInHint")}
        options={months}
        value={ticked}
        error={error("notIn")}
      />
    </More>
  );
}
