import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { frameMay } from "~/mail/framing.server";
import { keptMail } from "~/mail/mailbox.server";
import { localOf } from "~/platform/wall-clock";
import { PageHead, Section } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

/** One mail that was kept instead of sent, as its reader would get it. */
export async function loader(asked: LoaderFunctionArgs) {
  const { id, subject, text, date, envelope } = keptMail(asked.params.mailId ?? "", asked.context.here);
  const when = longMoment(localOf(date, "Europe/Brussels"), asked.context.language, sayTo(asked));
  return { id, title: subject, lines: text.split(/(https?:\/\/\S+)/), envelope: [...envelope, ["Date", when]], frameMay };
}

export const meta = pageTitle();

export default function MailboxOne() {
  const { id, title, lines, envelope, frameMay } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} back={{ href: "/mailbox", label: t("mail.mailboxBack") }} />
      <Section title={t("mail.asSeen")} id="seen">
        <iframe className="letter-frame" sandbox={frameMay} src={`/mailbox/${id}/html`} title={title} />
      </Section>
      <Section title={t("mail.asText")} id="text">
        <p className="letter">
          {lines.map((part) =>
            /^https?:/.test(part) ? (
              <a key={part} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      </Section>
      <Section title={t("mail.envelope")} id="envelope">
        <dl className="envelope">
          {envelope.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </PlainPage>
  );
}
