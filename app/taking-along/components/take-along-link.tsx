import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";

/** The way to the file of a whole circle. */
export function TakeAlongLink({ groupId }: { groupId: string }) {
  const t = useText();
  return (
    <Section title={t("takeAlong.settings")} id="take-along">
      <p>{t("takeAlong.settingsLead")}</p>
      <LinkButton href={`/g/${groupId}/settings/take-along`}>{t("takeAlong.circleTitle")}</LinkButton>
    </Section>
  );
}
