import { type About, around } from "./about-gatherings";
import type { Letter } from "./letter";

export interface CircleMovedFacts extends Omit<About, "day" | "when" | "place"> {
  /** Whose clock it is: "Lissabon". */
  city: string;
  /** When the next gathering is, on which clock, in words. */
  next: string | null;
  href: string | null;
}

/** A circle follows another clock from now on: hours stay as they are, and nobody has to answer again. */
export function circleMovedLetter(facts: CircleMovedFacts): Letter {
  const { t, by, city, next, href } = facts;
  return {
    ...around(facts),
    subject: t("zone.mailSubject", { city }),
    preview: next ?? t("zone.mailHours"),
    title: t("zone.mailSubject", { city }),
    blocks: [
      { kind: "text", text: t("zone.mailLead", { by }) },
      { kind: "text", text: t("zone.mailHours") },
      ...(next ? [{ kind: "fact" as const, label: t("zone.mailNext"), text: next }] : []),
      { kind: "text", text: t("zone.mailElsewhere") },
      { kind: "text", text: t("zone.mailAnswers") },
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSeeAll"), href }] : []),
    ],
  };
}
