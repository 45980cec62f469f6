import type { Block, Letter, Written } from "./letter";

/** What every mail about a gathering says of it and of its reader. */
export interface About extends Written {
  /** Whose circle it is, and whether the reader is that person. */
  central: string;
  own: boolean;
  /** Who did it: "Mia", or "Rita, voor Jan". */
  by: string;
  /** "Dinsdag 1 december", and with the hours: "Dinsdag 1 december, van 19.30 uur tot ongeveer 21.30 uur". */
  day: string;
  when: string;
  place: string;
  /** By which day the reader is asked to answer, in the middle of a sentence; null when none was chosen, it is over, or they have. */
  until?: string | null;
  /** An answer that is written back is read. */
  byReply?: boolean;
}

/** Links to answer with, and to get fewer of these mails. */
interface Asking {
  answerHref: string;
  fewerHref: string;
}

export interface PlannedFacts extends About, Asking {
  about: string;
}

/** From whose circle, in which language, and why the reader gets it. */
export function around({
  t,
  language,
  central,
  own,
}: Pick<About, "t" | "language" | "central" | "own">): Pick<Letter, "from" | "language" | "why"> {
  const why = own ? t("gatherings.mailWhyOwn") : t("gatherings.mailWhy", { name: central });
  return { from: t("app.circleOf", { name: central }), language, why };
}

/** When and where, as facts. */
export function whereAndWhen({ t, when, place }: Pick<About, "t" | "when" | "place">): Block[] {
  return [
    { kind: "fact", label: t("gatherings.mailWhen"), text: when },
    { kind: "fact", label: t("gatherings.mailWhere"), text: place },
  ];
}

/** Where one takes part online: a link, and to whose house it leads. */
export interface Online {
  href: string;
  host: string;
}

/** Where one takes part online, as a link that says to whose house it leads. */
export function joinOnline({ t }: Pick<About, "t">, { href, host }: Online): Block {
  return { kind: "button", label: t("gatherings.joinOnline", { host }), href };
}

/** That one takes part online with another link, or with none any more. */
export function otherLink(facts: Pick<About, "t">, now: Online | null): Block[] {
  const { t } = facts;
  return now
    ? [{ kind: "text", text: t("gatherings.mailOnlineNow") }, joinOnline(facts, now)]
    : [{ kind: "text", text: t("gatherings.mailOnlineNone") }];
}

/** What the reader has answered already, if they have. */
export type Mine = "yes" | "online" | "no" | "maybe" | null;

/** The way to answer otherwise than they have. */
export function otherwise({ t }: Pick<About, "t">, href: string): Block {
  return { kind: "button", label: t("gatherings.mailSaid.change"), href };
}

/** By which day, and three links to answer with; each leads to a page first. */
export function choices({ t, until, byReply }: Pick<About, "t" | "until" | "byReply">, href: string): Block[] {
  const one = (answer: string, label: string) => ({ label, href: `${href}?answer=${answer}` });
  const items = [one("yes", t("gatherings.mailYes")), one("no", t("gatherings.mailNo")), one("maybe", t("gatherings.mailMaybe"))];
  return [
    ...(until ? [{ kind: "text" as const, text: t("gatherings.letKnow", { day: until }) }] : []),
    { kind: "choices", items },
    { kind: "quiet", text: t("gatherings.mailPressOn") },
    ...(byReply ? [{ kind: "quiet" as const, text: t("gatherings.mailByReply") }] : []),
  ];
}

/** A day in the middle of a sentence: in Dutch without a capital. */
export function within({ day, language }: Pick<About, "day" | "language">): string {
  return language === "nl" ? day.charAt(0).toLocaleLowerCase() + day.slice(1) : day;
}

/** What the reader answered, in a sentence; that they have not, too. */
export function mineInWords({ t }: Pick<Written, "t">, mine: "yes" | "online" | "no" | "maybe" | null): string {
  if (mine === "yes") return t("gatherings.mineYes");
  if (mine === "online") return t("gatherings.mineOnline");
  if (mine === "no") return t("gatherings.mineNo");
  return mine === "maybe" ? t("gatherings.mineMaybe") : t("gatherings.mineNone");
}
