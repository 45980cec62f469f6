import type { useFields } from "~/forms/form";
import { monthName } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { SelectField } from "~/ui/select-field";

const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

/** A day and a month, without a year. */
export function BirthdayFields({ fields: { field } }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  const language = useLanguage();
  const days = upTo(31).map((day) => ({ value: String(day), label: String(day) }));
  const months = upTo(12).map((month) => ({ value: String(month), label: monthName(month, language) }));
  return (
    <>
      <p>{t("circle.birthdayHint")}</p>
      <SelectField {...field("day")} label={t("circle.birthdayDay")} options={days} emptyLabel={t("circle.birthdayEmpty")} />
      <SelectField {...field("month")} label={t("circle.birthdayMonth")} options={months} emptyLabel={t("circle.birthdayEmpty")} />
    </>
  );
}
