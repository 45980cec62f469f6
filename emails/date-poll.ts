import { type About, around } from "./about-gatherings";
import type { Letter } from "./letter";

/** What every mail about a date that is sought says of its reader, and who did it: "Mia", or "Rita, voor Jan". */
type Reader = Pick<About, "t" | "language" | "central" | "own" | "by">;

export interface SoughtFacts extends Reader {
  /** "Dinsdag 8 december 2026 om 19.30 uur" each. */
  moments: string[];
  place: string;
  about: string;
  /** The last day to answer, in the middle of a sentence; or null. */
  until: string | null;
  href: string;
  fewerHref: string;
  /** An answer to the mail itself comes to where answers to other mails are read. */
  byReply: boolean;
}

/** When can you? One link, to a page where all moments are answered at once. */
export function dateSoughtLetter(facts: SoughtFacts): Letter {
  const { t, central, own, by, moments, place, about, until, href, fewerHref, byReply } = facts;
  return {
    ...around(facts),
    subject: t("polls.mailSought"),
    preview: own ? t("polls.mailSoughtLeadOwn", { by }) : t("polls.mailSoughtLead", { by, name: central }),
    title: t("polls.mailSought"),
    blocks: [
      { kind: "text", text: own ? t("polls.mailSoughtLeadOwn", { by }) : t("polls.mailSoughtLead", { by, name: central }) },
      { kind: "list", items: moments },
      { kind: "fact", label: t("gatherings.mailWhere"), text: place },
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      ...(until ? [{ kind: "text" as const, text: t("polls.mailUntil", { day: until }) }] : []),
      { kind: "button", label: t("polls.mailSay"), href },
      ...(byReply ? [{ kind: "quiet" as const, text: t("polls.mailPageOnly") }] : []),
    ],
    fewer: { label: t("gatherings.mailFewer"), href: fewerHref },
  };
}

/** No date is sought any more. */
export function dateGivenUpLetter(facts: Reader): Letter {
  const { t, by } = facts;
  return {
    ...around(facts),
    subject: t("polls.mailGivenUp"),
    preview: t("polls.mailGivenUpLead", { by }),
    title: t("polls.mailGivenUp"),
    blocks: [{ kind: "text", text: t("polls.mailGivenUpLead", { by }) }],
  };
}
