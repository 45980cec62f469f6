import { KringForm, useFields } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField } from "~/ui/select-field";
import { TickField } from "~/ui/tick-field";
import { allCircles } from "../feed/schema";

interface FeedFieldsProps {
  groups: { id: string; name: string }[];
  chosen: string;
  returned: Returned | undefined;
}

/** Of which circle, whether its name may be in a calendar, and whether the calendar warns. Somebody in one circle is not asked which. */
export function FeedFields({ groups, chosen, returned }: FeedFieldsProps) {
  const t = useText();
  const { field } = useFields(returned, { which: chosen, alarm: "none" });
  const options = [
    { value: allCircles, label: t("feed.all") },
    ...groups.map(({ id, name }) => ({ value: id, label: t("app.circleOf", { name }) })),
  ];
  return (
    <KringForm returned={returned} action="/me/calendar">
      {groups.length > 1 ? (
        <SelectField {...field("which")} label={t("feed.which")} options={options} required />
      ) : (
        <input type="hidden" name="which" value={chosen} />
      )}
      <TickField {...field("named")} value={field("named").value !== ""} label={t("feed.named")} hint={t("feed.namedHint")} />
      <ChoiceField
        {...field("alarm")}
        legend={t("feed.alarm")}
        options={[
          { value: "none", label: t("feed.alarmNone") },
          { value: "120", label: t("feed.alarmHours") },
          { value: "1440", label: t("feed.alarmDay") },
        ]}
      />
      <Buttons>
        <Button>{t("feed.make")}</Button>
      </Buttons>
    </KringForm>
  );
}
