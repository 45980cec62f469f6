import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import type { Waiting } from "../invitations.server";

/** The circles that ask for me, each with one press to say yes. */
export function WaitingInvitations({ waiting }: { waiting: Waiting[] }) {
  const t = useText();
  return (
    <Section title={t("welcome.asked")} id="asked">
      <Rows
        rows={waiting.map(({ invitationId, centralName: name, byName: by, own }) => ({
          id: invitationId,
          icon: "kring",
          title: own ? t("welcome.askedOwn", { by }) : t("welcome.askedBy", { by, name }),
          end: <Press to={`/me/invitations/${invitationId}`}>{t("welcome.askedYes")}</Press>,
        }))}
      />
    </Section>
  );
}
