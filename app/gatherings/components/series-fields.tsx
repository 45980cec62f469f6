import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { DateField, TimeField } from "~/ui/date-field";
import { MeetingFields } from "./meeting-fields";
import { MeetingMore } from "./meeting-more";
import { RhythmField } from "./rhythm-field";
import { SkipMonths } from "./skip-months";

/** From which day a series is another, and all that it is from then on. */
export function SeriesFields({ fields }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  return (
    <>
      <DateField {...fields.field("from")} label={t("gatherings.seriesChangeFrom")} required />
      <RhythmField fields={fields} />
      <p className="soft">{t("undated.fromDated")}</p>
      <SkipMonths fields={fields} />
      <TimeField {...fields.field("hour")} label={t("gatherings.hour")} required />
      <DateField
        {...fields.field("endsOn")}
        label={t("gatherings.ends")}
        hint={t("gatherings.endsHint")}
        optionalWord={t("app.optional")}
      />
      <MeetingFields fields={fields} />
      <MeetingMore fields={fields} />
    </>
  );
}
