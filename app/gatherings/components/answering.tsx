import { useLanguage, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import type { IconName } from "~/ui/icon";
import { MyAnswer } from "~/ui/next-card";
import type { LetKnow } from "../letting-know";
import { letKnowInWords } from "../letting-know-words";
import type { Answered, WhoComes } from "../who-comes.server";
import { answerSentence } from "./who-comes";

const icons: Record<string, IconName> = { yes: "check", online: "screen", no: "cross", maybe: "question" };

interface AnsweringProps {
  /** Address of the gathering. */
  page: string;
  comes: WhoComes;
  /** The page to come back to after a press. */
  back: string;
  /** By which day they let it know, said to who has not answered. */
  letKnow: LetKnow | null;
  today: string;
}

/** What I answered and, for an assistant, what the central person answered; each open until it begins. */
export function Answering({ page, comes, back, letKnow, today }: AnsweringProps) {
  const t = useText();
  const language = useLanguage();
  const mine = comes.people.find(({ id }) => id === comes.me);
  const theirs = comes.people.find(({ id }) => id === comes.theirs);
  const until = letKnow && letKnowInWords(letKnow, language, t, today);
  return (
    <>
      {mine && <One page={page} answered={mine} name={null} open={comes.open} back={back} until={until} />}
      {theirs && <One page={page} answered={theirs} name={theirs.name} open={comes.open} back={back} until={until} />}
    </>
  );
}

interface OneProps {
  page: string;
  answered: Answered;
  /** Set when it is the answer of the central person, given by an assistant. */
  name: string | null;
  open: boolean;
  back: string;
  /** By when to let it know, in a sentence. */
  until: string | null;
}

function One({ page, answered: { answer, before, word, always }, name, open, back, until }: OneProps) {
  const t = useText();
  const whose = name ? "?for=central" : "";
  if (!open && !answer) return null;
  if (open && !answer)
    return (
      <MyAnswer icon="question" text={name ? t("gatherings.comesToo", { name }) : t("gatherings.comeToo")} open>
        {before && <p>{t("gatherings.movedAsk")}</p>}
        {until && <p>{until}</p>}
        <form method="post" action={`${page}/answer${whose}`} className="buttons">
          <input type="hidden" name="back" value={back} />
          {/* All three weigh the same: nobody is steered towards a yes. */}
          <Button kind="quiet" name="answer" value="yes" icon="check">
            {name ? t("gatherings.theyYes", { name }) : t("gatherings.yes")}
          </Button>
          <Button kind="quiet" name="answer" value="no" icon="cross">
            {name ? t("gatherings.theyNo", { name }) : t("gatherings.no")}
          </Button>
          <Button kind="quiet" name="answer" value="maybe" icon="question">
            {t("gatherings.maybeYet")}
          </Button>
        </form>
      </MyAnswer>
    );
  const change = {
    yes: "gatherings.notAfterAll",
    online: "gatherings.notAfterAll",
    no: "gatherings.afterAll",
    maybe: "gatherings.knowNow",
  } as const;
  return (
    <MyAnswer
      icon={icons[answer ?? ""] ?? "question"}
      text={
        <>
          {answerSentence(answer, name, t)} {answer === always && t("gatherings.forSeries")} {word && <q dir="auto">{word}</q>}
        </>
      }
    >
      {open && answer && <LinkButton href={`${page}/answer${whose}`}>{t(change[answer])}</LinkButton>}
    </MyAnswer>
  );
}
