import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";

/** How long before a gathering somebody wants a mail. */
export function ReminderField({ fields: { field } }: { fields: Pick<ReturnType<typeof useFields>, "field"> }) {
  const t = useText();
  return (
    <ChoiceField
      {...field("reminder")}
      legend={t("reminder.when")}
      hint={t("reminder.whenHint")}
      options={[
        { value: "week", label: t("reminder.week") },
        { value: "day", label: t("reminder.day") },
        { value: "hours", label: t("reminder.hours") },
        { value: "none", label: t("reminder.none") },
      ]}
      required
    />
  );
}
