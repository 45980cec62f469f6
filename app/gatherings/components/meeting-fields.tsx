import type { useFields } from "~/forms/form";
import { useLanguage, useText } from "~/i18n/use-text";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { longInWords } from "../rhythm-words";

const lengths = [30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720];

/** What a gathering is besides its day and hour: how long, where, what about. */
export function MeetingFields({ fields: { field } }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  const language = useLanguage();
  const now = Number(field("minutes").value);
  const offered = now > 0 && !lengths.includes(now) ? [...lengths, now].sort((one, other) => one - other) : lengths;
  const options = offered.map((minutes) => ({ value: String(minutes), label: longInWords(minutes, language, t) }));
  return (
    <>
      <SelectField {...field("minutes")} label={t("gatherings.long")} options={options} />
      <TextField {...field("place")} label={t("gatherings.place")} hint={t("gatherings.placeHint")} required />
      <TextField {...field("about")} label={t("gatherings.aboutField")} hint={t("gatherings.aboutHint")} optionalWord={t("app.optional")} />
    </>
  );
}
