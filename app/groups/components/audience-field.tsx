import type { Filled } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { audiences } from "~/policy/table";
import { ChoiceField } from "~/ui/choice-field";
import { audienceWords } from "../audience-words";
import type { Frame } from "../frame";

/** For whom something is: the same four choices everywhere, in the reader's own words. */
export function AudienceField({ frame, field }: { frame: Frame; field: Filled }) {
  const t = useText();
  const label = audienceWords(frame, t);
  return (
    <ChoiceField
      {...field}
      legend={t("plan.forWhom")}
      options={audiences.map((audience) => ({ value: audience, label: label[audience] }))}
    />
  );
}
