import { type About, around, choices, joinOnline, mineInWords, type Online, whereAndWhen, within } from "./about-gatherings";
import type { Letter } from "./letter";

export interface ReminderFacts extends Omit<About, "by"> {
  about: string;
  /** What the reader answered: who said no gets none. */
  mine: "yes" | "online" | "maybe" | null;
  /** How many said that they come. */
  coming: number;
  /** Where the reader can take part online. */
  online: Online | null;
  /** What they promised for it, and were promised, in one line; or nothing. */
  promised: string;
  answerHref: string;
  /** Where to choose when to be reminded, or not any more. */
  chooseHref: string;
}

/** A gathering comes near. */
export function reminderLetter(facts: ReminderFacts): Letter {
  const { t, central, own, day, when, place, about, mine, coming, online, promised, answerHref, chooseHref } = facts;
  return {
    ...around(facts),
    subject: t("reminder.mail", { day }),
    preview: `${when}, ${place}`,
    title: t("reminder.mailTitle", { day: within(facts) }),
    blocks: [
      { kind: "text", text: own ? t("reminder.mailLeadOwn") : t("reminder.mailLead", { name: central }) },
      ...whereAndWhen(facts),
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      ...(coming > 0 ? [{ kind: "text" as const, text: `${t("gatherings.coming", { count: coming })}.` }] : []),
      ...(promised ? [{ kind: "fact" as const, label: t("along.mailPromised"), text: promised }] : []),
      ...(online && mine !== "online" ? [{ kind: "text" as const, text: t("gatherings.alsoOnline") }] : []),
      ...(online ? [joinOnline(facts, online)] : []),
      { kind: "text", text: `${mineInWords(facts, mine)} ${t(mine ? "reminder.mailChanged" : "reminder.mailAsk")}` },
      ...choices(facts, answerHref),
    ],
    fewer: { label: t("reminder.mailChoose"), href: chooseHref },
  };
}
