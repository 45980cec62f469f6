import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { More } from "~/ui/more";
import { answerDaysOffered } from "../letting-know";
import { answerDaysInWords } from "../letting-know-words";

/** What most gatherings do without, behind a quiet button until it is used: by which day who comes lets it know. */
export function MeetingMore({ fields: { field } }: { fields: ReturnType<typeof useFields> }) {
  const t = useText();
  const answerDays = field("answerDays");
  const options = ["", ...answerDaysOffered.map(String)].map((value) => ({ value, label: answerDaysInWords(value, t) }));
  return (
    <More summary={t("gatherings.more")} open={answerDays.value !== "" || answerDays.error !== undefined}>
      <ChoiceField {...answerDays} legend={t("gatherings.answerDays")} hint={t("gatherings.answerDaysHint")} options={options} />
    </More>
  );
}
