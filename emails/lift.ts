import { type About, around, whereAndWhen } from "./about-gatherings";
import type { Letter } from "./letter";

export interface LiftFacts extends Omit<About, "by"> {
  /** The reader is taken along, or not any more; somebody rides with the reader, or not any more. */
  what: "taken" | "lost" | "joined" | "gone";
  /** Whether the reader still seeks a lift, when they lost one. */
  seeks: boolean;
  /** The other of the two. */
  name: string;
  /** What the other said with it, as from where. */
  word: string;
  /** Who wrote it down, when it was neither of the two. */
  notedBy: string | null;
  href: string | null;
}

/** What became of a lift, to the one of the two who did not say it. */
export function liftLetter(facts: LiftFacts): Letter {
  const { t, day, what, seeks, name, word, notedBy, href } = facts;
  const title = t(`along.mail.${what}`, { name });
  return {
    ...around(facts),
    subject: `${day}: ${title}`,
    preview: `${facts.when}, ${facts.place}`,
    title,
    blocks: [
      { kind: "text", text: what === "lost" && !seeks ? t("along.mailLead.lostUnasked") : t(`along.mailLead.${what}`, { name }) },
      ...(word ? [{ kind: "fact" as const, label: t("along.mailWord", { name }), text: word }] : []),
      ...whereAndWhen(facts),
      ...(notedBy ? [{ kind: "quiet" as const, text: t("along.mailNotedBy", { name: notedBy }) }] : []),
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSee"), href }] : []),
    ],
  };
}
