import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { TextField } from "~/ui/text-field";

interface AnswerFieldsProps {
  fields: ReturnType<typeof useFields>;
  /** Set when the answer is somebody else's, given for them. */
  name: string | null;
}

/** Yes, no or not known yet, with a word if they like. */
export function AnswerFields({ fields: { field }, name }: AnswerFieldsProps) {
  const t = useText();
  const options = name
    ? [
        { value: "yes", label: t("gatherings.answerYesFor", { name }), icon: "check" as const },
        { value: "no", label: t("gatherings.answerNoFor", { name }), icon: "cross" as const },
        { value: "maybe", label: t("gatherings.answerMaybeFor", { name }), icon: "question" as const },
      ]
    : [
        { value: "yes", label: t("gatherings.answerYes"), icon: "check" as const },
        { value: "no", label: t("gatherings.answerNo"), icon: "cross" as const },
        { value: "maybe", label: t("gatherings.answerMaybe"), icon: "question" as const },
      ];
  return (
    <>
      <ChoiceField {...field("answer")} legend={t("gatherings.answerLegend")} options={options} size="big" required />
      <TextField {...field("word")} label={t("gatherings.word")} hint={t("gatherings.wordHint")} optionalWord={t("app.optional")} />
      <input type="hidden" name="wordAsked" value="yes" />
    </>
  );
}
