import type { useFields } from "~/forms/form";
import type { MemberNow } from "~/groups/members-now.server";
import { useText } from "~/i18n/use-text";
import { DateField } from "~/ui/date-field";
import { PeopleField } from "~/ui/people-field";
import { TextField } from "~/ui/text-field";

interface ActionFieldsProps {
  fields: ReturnType<typeof useFields>;
  people: MemberNow[];
  today: string;
}

/** What, who, and by when: the same for a new promise and for a change of one. */
export function ActionFields({ fields: { field, list, error }, people, today }: ActionFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField {...field("text")} label={t("plan.action")} hint={t("plan.actionHint")} required />
      <PeopleField name="people" legend={t("plan.people")} people={people} value={list("people")} error={error("people")} many />
      <DateField {...field("dueOn")} label={t("plan.dueOn")} hint={t("plan.dueHint")} min={today} optionalWord={t("app.optional")} />
    </>
  );
}
