import { KringForm, useFields } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { capital, longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { QuestionPage } from "~/ui/plain-page";
import { momentBeside } from "../../own-clock";
import type { pollByMail } from "../poll-by-mail.server";
import { chosenInWords } from "./poll-state";
import { fieldsOfAnswers, WhenFields } from "./when-fields";

/** What a page from a mail shows of a date that is sought. */
export interface Shown extends Omit<NonNullable<ReturnType<typeof pollByMail>>, "central"> {
  token: string;
  groupId: string;
  central: { name: string; hue: number; photo: string | null };
}

interface PageProps {
  title: string;
  shown: Shown;
}

function useWho({ central, name }: Shown) {
  const t = useText();
  return { ...central, label: t("app.circleOf", { name: central.name }), sub: t("gatherings.asks", { name }) };
}

/** One question: when can you? */
export function When({ title, shown, returned }: PageProps & { returned: Returned | undefined }) {
  const t = useText();
  const language = useLanguage();
  const { moments, word, name, place, about, answerUntil, token, today } = shown;
  const answers = Object.fromEntries(moments.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])));
  const fields = useFields(returned, fieldsOfAnswers(answers, word));
  const lines = [
    t("polls.linkPlace", { place }),
    about && t("polls.linkAbout", { about }),
    answerUntil && t("polls.answerUntil", { day: longDay(answerUntil, language, today) }),
  ].filter(Boolean);
  return (
    <QuestionPage
      who={useWho(shown)}
      title={title}
      lines={lines}
      foot={
        <p>
          {t("gatherings.answeringAs", { name })} <strong>{t("gatherings.notYou", { name })}</strong> {t("gatherings.notYouLead")}
        </p>
      }
    >
      <KringForm returned={returned} action={`/p/${token}`}>
        <WhenFields fields={fields} moments={moments} today={today} />
        <Buttons>
          <Button wide>{t("gatherings.answerSave")}</Button>
        </Buttons>
      </KringForm>
    </QuestionPage>
  );
}

/** It is known now, until they change their mind. */
export function WhenSaved({ title, shown }: PageProps) {
  const t = useText();
  const language = useLanguage();
  const { moments, word, token, groupId, today } = shown;
  const said = moments.flatMap(({ id, answer, ...when }) =>
    answer ? [{ id, moment: capital(momentBeside(when, language, t, today)), answer: t(`polls.${answer}`) }] : [],
  );
  return (
    <QuestionPage
      who={useWho(shown)}
      title={title}
      lines={[t("polls.savedLead"), word && t("gatherings.yourWord", { word })].filter(Boolean)}
    >
      <ul>
        {said.map(({ id, ...one }) => (
          <li key={id}>{t("polls.savedOne", one)}</li>
        ))}
      </ul>
      <Buttons>
        <LinkButton href={`/p/${token}`}>{t("polls.change")}</LinkButton>
        <LinkButton href={`/g/${groupId}`}>{t("gatherings.toCircle")}</LinkButton>
      </Buttons>
    </QuestionPage>
  );
}

/** Answering is not needed, or not possible, any more: which moment was chosen, or why none. */
export function WhenOver({ title, shown }: PageProps) {
  const t = useText();
  const language = useLanguage();
  const { state, chosen, today, groupId } = shown;
  const lines =
    state === "chosen" && chosen
      ? [chosenInWords(chosen, { t, language, today }), t("polls.linkChosen")]
      : state !== "chosen" && state !== "open"
        ? [t(`polls.late.${state}`)]
        : [];
  return (
    <QuestionPage who={useWho(shown)} title={title} lines={lines}>
      <Buttons>
        <LinkButton href={`/g/${groupId}`}>{t("gatherings.toCircle")}</LinkButton>
      </Buttons>
    </QuestionPage>
  );
}
