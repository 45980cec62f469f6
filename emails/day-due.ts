import { type About, around } from "./about-gatherings";
import type { Letter } from "./letter";

export interface DayDueFacts extends Pick<About, "t" | "language" | "central" | "own" | "place"> {
  about: string;
  /** "Ongeveer vier keer per jaar", and around when the next is: "maart 2027". */
  often: string;
  month: string;
  href: string;
  fewerHref: string;
}

/** It is time to seek a day for the next gathering of a rhythm without a date. */
export function dayDueLetter(facts: DayDueFacts): Letter {
  const { t, central, own, place, about, often, month, href, fewerHref } = facts;
  return {
    ...around(facts),
    subject: t("undated.mailDue", { month }),
    preview: t("undated.around", { month }),
    title: t("undated.due"),
    blocks: [
      { kind: "text", text: own ? t("undated.mailLeadOwn", { often }) : t("undated.mailLead", { often, name: central }) },
      { kind: "text", text: t("undated.nextAround", { month }) },
      { kind: "fact", label: t("gatherings.mailWhere"), text: place },
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      { kind: "button", label: t("undated.seek"), href },
      { kind: "quiet", text: t("undated.mailNotNow") },
    ],
    fewer: { label: t("gatherings.mailFewer"), href: fewerHref },
  };
}
