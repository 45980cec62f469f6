import type { useFields } from "~/forms/form";
import { useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { TextField } from "~/ui/text-field";
import type { Always } from "../answers";

interface AnswerFieldsProps {
  fields: ReturnType<typeof useFields>;
  /** Set when the answer is somebody else's, given for them. */
  name: string | null;
  /** For what it counts is asked as well, of one that is of a series: with what they say of that until they say otherwise. */
  reach: { always: Always | null } | null;
}

/** Yes, no or not known yet, with a word if they like. */
export function AnswerFields({ fields, name, reach }: AnswerFieldsProps) {
  const t = useText();
  const { field } = fields;
  const options = name
    ? [
        { value: "yes", label: t("gatherings.answerYesFor", { name }), icon: "check" as const },
        { value: "online", label: t("gatherings.answerOnlineFor", { name }), icon: "screen" as const },
        { value: "no", label: t("gatherings.answerNoFor", { name }), icon: "cross" as const },
        { value: "maybe", label: t("gatherings.answerMaybeFor", { name }), icon: "question" as const },
      ]
    : [
        { value: "yes", label: t("gatherings.answerYes"), icon: "check" as const },
        { value: "online", label: t("gatherings.answerOnline"), icon: "screen" as const },
        { value: "no", label: t("gatherings.answerNo"), icon: "cross" as const },
        { value: "maybe", label: t("gatherings.answerMaybe"), icon: "question" as const },
      ];
  return (
    <>
      <ChoiceField {...field("answer")} legend={t("gatherings.answerLegend")} options={options} size="big" required />
      {reach && <ReachField fields={fields} name={name} always={reach.always} />}
      <TextField {...field("word")} label={t("gatherings.word")} hint={t("gatherings.wordHint")} optionalWord={t("app.optional")} />
      <input type="hidden" name="wordAsked" value="yes" />
    </>
  );
}

const isNow = { yes: "gatherings.reachIsYes", online: "gatherings.reachIsOnline", no: "gatherings.reachIsNo" } as const;
const isNowFor = { yes: "gatherings.reachIsYesFor", online: "gatherings.reachIsOnlineFor", no: "gatherings.reachIsNoFor" } as const;

/** Only this one, or the whole series; once that was said, also that each is asked again. */
function ReachField({ fields: { field }, name, always }: Omit<AnswerFieldsProps, "reach"> & { always: Always | null }) {
  const t = useText();
  const options = [
    { value: "one", label: t("gatherings.reachOne") },
    { value: "series", label: name ? t("gatherings.reachSeriesFor", { name }) : t("gatherings.reachSeries") },
    ...(always ? [{ value: "eachTime", label: t("gatherings.reachEachTime") }] : []),
  ];
  const hint = always && (name ? t(isNowFor[always], { name }) : t(isNow[always]));
  return <ChoiceField {...field("reach")} legend={t("gatherings.reach")} hint={hint} options={options} required />;
}
