import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";

/** The way to have a circle erased, or, once that is asked, until when it stands and the way back. */
export function Stopping({ groupId, erasesOn }: { groupId: string; erasesOn: string | null }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Section title={t("erasing.name")} id="stop">
      <p>{erasesOn ? t("erasing.settingsSoon", { day: plainDay(erasesOn, language) }) : t("erasing.settingsLead")}</p>
      <LinkButton href={`/g/${groupId}/settings/erase`}>{erasesOn ? t("erasing.keep") : t("erasing.link")}</LinkButton>
    </Section>
  );
}
