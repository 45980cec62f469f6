import type { useFields } from "~/forms/form";
import { capital } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { TextField } from "~/ui/text-field";
import { momentBeside, type OnTwoClocks } from "../../own-clock";
import { type Can, cans } from "../best-moment";
import { fieldOfMoment } from "../schema";

/** What stands in the fields at first. @param answers by moment */
export function fieldsOfAnswers(answers: Readonly<Record<string, Can>>, word: string): Record<string, string> {
  return { ...Object.fromEntries(Object.entries(answers).map(([id, can]) => [fieldOfMoment(id), can])), word };
}

interface WhenFieldsProps {
  fields: ReturnType<typeof useFields>;
  /** Those that can be answered still. */
  moments: readonly (OnTwoClocks & { id: string })[];
  today: string;
}

/** Yes, if need be or no for each moment, and a word about them all. */
export function WhenFields({ fields: { field }, moments, today }: WhenFieldsProps) {
  const t = useText();
  const language = useLanguage();
  const options = cans.map((can) => ({ value: can, label: t(`polls.${can}`) }));
  return (
    <>
      {moments.map(({ id, ...when }) => (
        <ChoiceField
          key={id}
          {...field(fieldOfMoment(id))}
          legend={capital(momentBeside(when, language, t, today))}
          options={options}
          size="abreast"
        />
      ))}
      <TextField {...field("word")} label={t("gatherings.word")} hint={t("polls.wordHint")} optionalWord={t("app.optional")} />
    </>
  );
}
