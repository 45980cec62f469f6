import { useLanguage, useText } from "~/i18n/use-text";
import { zoneInWords } from "~/i18n/zones";

/** "Dit is op de klok van Brussel.", of what stayed there when its circle went to follow another. */
export function OtherClock({ zone }: { zone: string }) {
  const t = useText();
  return <>{t("zone.onClock", { city: zoneInWords(zone, useLanguage()) })}</>;
}
