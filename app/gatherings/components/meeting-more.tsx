import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { More } from "~/ui/more";
import { TextField } from "~/ui/text-field";
import { answerDaysOffered } from "../letting-know";
import { answerDaysInWords } from "../letting-know-words";

/** What most gatherings do without, behind a quiet button until it is used: a link to take part online, by which day one lets it know. */
export function MeetingMore({ fields: { field } }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  const [online, answerDays] = [field("online"), field("answerDays")];
  const options = ["", ...answerDaysOffered.map(String)].map((value) => ({ value, label: answerDaysInWords(value, t) }));
  const used = [online, answerDays].some(({ value, error }) => value !== "" || error !== undefined);
  return (
    <More summary={t("gatherings.more")} open={used}>
      <TextField
        {...online}
        type="url"
        label={t("gatherings.onlineField")}
        hint={t("gatherings.onlineHint")}
        optionalWord={t("app.optional")}
      />
      <ChoiceField {...answerDays} legend={t("gatherings.answerDays")} hint={t("gatherings.answerDaysHint")} options={options} />
    </More>
  );
}
