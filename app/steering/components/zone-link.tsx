import { useLanguage, useText } from "~/i18n/use-text";
import { zoneInWords } from "~/i18n/zones";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";

/** Whose clock the circle follows, and the way to another. */
export function ZoneLink({ groupId, zone }: { groupId: string; zone: string }) {
  const t = useText();
  return (
    <Section title={t("zone.settings")} id="zone">
      <p>{t("zone.now", { city: zoneInWords(zone, useLanguage()) })}</p>
      <LinkButton href={`/g/${groupId}/settings/zone`}>{t("zone.link")}</LinkButton>
    </Section>
  );
}
