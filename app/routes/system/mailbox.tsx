import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { keptMails } from "~/mail/mailbox.server";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  return { mails: keptMails(asked.context.here), title: sayTo(asked)("mail.mailbox") };
}

export const meta = pageTitle();

export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText();
  const when = new Intl.DateTimeFormat(useLanguage(), { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Brussels" });
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("mail.mailbox")} lead={t("mail.mailboxLead")} />
      {mails.length === 0 && <Empty title={t("mail.mailboxNone")}>{t("mail.mailboxNoneLead")}</Empty>}
      <Rows
        rows={mails.map(({ id, to, subject, at }) => ({
          id,
          icon: "mail",
          title: subject,
          sub: t("mail.mailboxTo", { to, when: when.format(new Date(at)) }),
          href: `/mailbox/${id}`,
        }))}
      />
    </PlainPage>
  );
}
