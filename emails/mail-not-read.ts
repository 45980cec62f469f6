import { type About, around, choices, within } from "./about-gatherings";
import type { Letter } from "./letter";

interface NotReadFacts extends Pick<About, "t" | "language" | "central" | "own" | "byReply"> {
  /** The day that they are asked about and where to answer, while they can; else null. */
  day: string | null;
  answerHref: string | null;
  /** Where to say when they can, for an answer to that question. */
  whenHref: string | null;
  href: string | null;
  /** What was read of it, in a sentence. */
  taken: string | null;
}

/** Somebody wrote back more, or something else, than an answer: only an answer is read. */
export function mailNotReadLetter(facts: NotReadFacts): Letter {
  const { t, day, answerHref, whenHref, href, taken } = facts;
  const subject = t(whenHref ? "polls.mailOnPage" : taken ? "gatherings.mailReadPart" : "gatherings.mailNotRead");
  const reads = t(whenHref ? "polls.mailNotRead" : "gatherings.mailReadsOnly");
  return {
    ...around(facts),
    ...{ subject, title: subject, preview: reads },
    blocks: [
      ...(taken ? [{ kind: "text" as const, text: taken }] : []),
      { kind: "text", text: reads },
      ...(whenHref ? [{ kind: "button" as const, label: t("polls.mailSay"), href: whenHref }] : []),
      ...(day && answerHref
        ? [
            {
              kind: "text" as const,
              text: taken ? t("gatherings.mailReadElse") : t("gatherings.mailAsk", { day: within({ ...facts, day }) }),
            },
            ...choices(facts, answerHref),
          ]
        : []),
      ...(!answerHref && !whenHref && href ? [{ kind: "button" as const, label: t("gatherings.toCircle"), href }] : []),
    ],
  };
}
