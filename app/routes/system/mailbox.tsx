import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { keptMails } from "~/mail/mailbox.server";
import { localOf } from "~/platform/wall-clock";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const t = sayTo(asked);
  const mails = keptMails(asked.context.here).map(({ id, subject, to, at }) => {
    const when = longMoment(localOf(at, "Europe/Brussels"), asked.context.language, t);
    return { id, subject, sub: t("mail.mailboxTo", { to, when }) };
  });
  return { mails, title: t("mail.mailbox") };
}

export const meta = pageTitle();

export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("mail.mailbox")} lead={t("mail.mailboxLead")} />
      {mails.length === 0 && <Empty title={t("mail.mailboxNone")}>{t("mail.mailboxNoneLead")}</Empty>}
      <Rows rows={mails.map(({ id, subject, sub }) => ({ id, icon: "mail", title: subject, sub, href: `/mailbox/${id}` }))} />
    </PlainPage>
  );
}
