import type { Frame } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";

/** The way to close a circle, or to open it again. */
export function ClosingLink({ frame: { groupId, name, own, closedOn } }: { frame: Frame }) {
  const t = useText();
  const language = useLanguage();
  const open = own ? t("closing.settingsLead") : t("closing.settingsLeadFor", { name });
  return (
    <Section title={t("closing.settings")} id="close">
      <p>{closedOn ? t("closing.settingsClosed", { day: plainDay(closedOn, language) }) : open}</p>
      <LinkButton href={`/g/${groupId}/settings/close`}>{closedOn ? t("closing.linkClosed") : t("closing.link")}</LinkButton>
    </Section>
  );
}
