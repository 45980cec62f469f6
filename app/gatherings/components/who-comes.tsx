import type { Say, TextKey } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { Rows } from "~/ui/rows";
import { ownAnswer } from "../answer-words";
import type { Answered, WhoComes as Comes } from "../who-comes.server";

const groups = ["yes", "online", "maybe", "no", null] as const;
const coming = {
  yes: "gatherings.coming",
  online: "gatherings.online",
  maybe: "gatherings.maybe",
  no: "gatherings.notComing",
  silent: "gatherings.silent",
} as const;
const past = {
  yes: "gatherings.pastComing",
  online: "gatherings.pastOnline",
  maybe: "gatherings.pastMaybe",
  no: "gatherings.pastNotComing",
  silent: "gatherings.pastSilent",
} as const;

interface WhoComesProps {
  comes: Comes;
  /** Address of the gathering. */
  page: string;
  past: boolean;
}

/** Everybody under what they answered, those who come first, each with what they said with it. */
export function WhoComes({ comes, page, past: isPast }: WhoComesProps) {
  const t = useText();
  const words = isPast ? past : coming;
  return (
    <>
      {groups.map((answer) => {
        const people = comes.people.filter((person) => person.answer === answer);
        if (people.length === 0) return null;
        return (
          <div key={answer ?? "silent"} className="stack">
            <h3>{t(words[answer ?? "silent"], { count: people.length })}</h3>
            <Rows
              columns
              rows={people.map((person) => ({
                ...{ id: person.id, face: person, title: person.name, sub: <Said answered={person} /> },
                end: person.toNote && (
                  <a className="link" href={`${page}/answer?for=${person.id}`}>
                    {t(person.answer ? "gatherings.noteChange" : "gatherings.note")}
                    <span className="unseen">: {person.name}</span>
                  </a>
                ),
              }))}
            />
          </div>
        );
      })}
    </>
  );
}

const earlier = {
  yes: "gatherings.beforeYes",
  online: "gatherings.beforeOnline",
  no: "gatherings.beforeNo",
  maybe: "gatherings.beforeMaybe",
} as const;

function Said({ answered: { answer, word, notedBy, before, always } }: { answered: Answered }) {
  const t = useText();
  const series = answer !== null && answer === always;
  const noted = notedBy && t("gatherings.notedBy", { name: notedBy });
  return (
    <>
      {before && t(earlier[before])}
      {before && series && ", "}
      {series && t("gatherings.forSeriesTag")}
      {word && (
        <>
          {" "}
          <q dir="auto">{word}</q>
        </>
      )}
      {noted && (before || series || word ? `, ${noted}` : noted)}
    </>
  );
}

const theirs: Record<string, TextKey> = {
  yes: "gatherings.theirsYes",
  online: "gatherings.theirsOnline",
  no: "gatherings.theirsNo",
  maybe: "gatherings.theirsMaybe",
};

/** What somebody answered, in a sentence. @param name set when it is not the reader themselves */
export function answerSentence(answer: Answered["answer"], name: string | null, t: Say): string {
  if (name) return t((answer && theirs[answer]) || "gatherings.theirsNone", { name });
  return ownAnswer(answer, t);
}
