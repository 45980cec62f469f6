import { listed } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";

/** What somebody promised for a gathering, and was promised. */
export interface Promised {
  /** They need a lift. */
  seeks: boolean;
  /** Who takes them along, and whom they take along, by name. */
  driver: string | null;
  riders: string[];
  brings: string[];
}

/** "Je neemt Fatima mee. Je brengt mee: soep." Empty when nothing, and for who reads none of it. */
export function promisedInWords(promised: Promised | null, language: Language, t: Say): string {
  if (!promised) return "";
  const { seeks, driver, riders, brings } = promised;
  return [
    driver && t("along.takesYou", { name: driver }),
    seeks && !driver && t("along.youSeek"),
    riders.length > 0 && t("along.youTake", { names: listed(riders, language) }),
    brings.length > 0 && t("along.youBring", { things: brings.join(", ") }),
  ]
    .filter(Boolean)
    .join(" ");
}
