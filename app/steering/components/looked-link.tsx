import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";

/** The way to who looked, for the one who may know. */
export function LookedLink({ groupId }: { groupId: string }) {
  const t = useText();
  return (
    <Section title={t("steering.looked")} id="looked">
      <p>{t("steering.lookedLead")}</p>
      <LinkButton href={`/g/${groupId}/settings/looked`}>{t("steering.lookedLink")}</LinkButton>
    </Section>
  );
}
