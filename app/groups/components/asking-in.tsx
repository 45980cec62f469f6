import { KringForm } from "~/forms/form";
import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { Press } from "~/ui/press";
import type { Asking } from "../member.server";

interface AskingInProps {
  /** Address of the person's page. */
  page: string;
  name: string;
  hasMail: boolean;
  asking: Asking;
  /** The address that the last mail to them did not reach. */
  mailFailed: string | null;
  can: { invite: boolean; onPaper: boolean; withdraw: boolean };
}

/** How it stands with the invitation of somebody, for who may ask people in. */
export function AskingIn({ page, name, hasMail, asking, mailFailed, can }: AskingInProps) {
  const t = useText();
  const language = useLanguage();
  const state = () => {
    if (asking.state === "joined") return t("circle.stateJoined", { name });
    if (asking.state === "asked") {
      const days = { day: plainDay(asking.on, language), until: plainDay(asking.until, language) };
      return asking.way === "paper" ? t("circle.statePaper", days) : t("circle.stateAsked", { name, ...days });
    }
    if (asking.state === "wrong") return t("circle.stateWrong", { name });
    if (!hasMail) return t("circle.stateNoMail", { name });
    return asking.state === "over" ? t("circle.stateOver") : t("circle.stateNone", { name });
  };
  return (
    <Section title={t("circle.invitation")} id="invitation">
      {mailFailed && <Notice kind="lost">{t("circle.mailFailed", { mail: mailFailed })}</Notice>}
      <p>{state()}</p>
      {(can.invite || can.onPaper || can.withdraw) && (
        <Buttons>
          {can.invite && (
            <KringForm action={`${page}/invite`} className="">
              <Button kind="quiet" icon="send">
                {asking.state === "none" ? t("circle.invite") : t("circle.inviteAgain")}
              </Button>
            </KringForm>
          )}
          {can.onPaper && (
            <KringForm action={`${page}/invite/paper`} className="">
              <Button kind="quiet" icon="print">
                {asking.state === "asked" && asking.way === "paper" ? t("circle.paperAgain") : t("circle.paper")}
              </Button>
            </KringForm>
          )}
          {can.withdraw && <Press to={`${page}/invite/withdraw`}>{t("circle.withdraw")}</Press>}
        </Buttons>
      )}
    </Section>
  );
}
