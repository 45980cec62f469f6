import type { TextKey } from "~/i18n/text";
import type { IconName } from "~/ui/icon";

/** The domains of a life, in the order of the page. */
export const domains = ["housing", "learning", "care", "leisure", "social", "health", "money", "meaning"] as const;
export type Domain = (typeof domains)[number];

export const domainLooks: Record<Domain, { label: TextKey; icon: IconName }> = {
  housing: { label: "support.housing", icon: "home" },
  learning: { label: "support.learning", icon: "work" },
  care: { label: "support.care", icon: "upbringing" },
  leisure: { label: "support.leisure", icon: "leisure" },
  social: { label: "support.social", icon: "people" },
  health: { label: "support.health", icon: "health" },
  money: { label: "support.money", icon: "money" },
  meaning: { label: "support.meaning", icon: "meaning" },
};
