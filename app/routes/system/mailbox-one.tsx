import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useText } from "~/i18n/use-text";
import { keptMail } from "~/mail/mailbox.server";
import { PageHead, Section } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader({ params }: LoaderFunctionArgs) {
  const { id, subject, text, envelope } = keptMail(params.mailId ?? "");
  return { id, subject, lines: text.split(/(https?:\/\/\S+)/), envelope };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }];

export default function MailboxOne() {
  const { id, subject, lines, envelope } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={subject} back={{ href: "/mailbox", label: t("mail.mailboxBack") }} />
      <Section title={t("mail.asSeen")}>
        <p>
          <a href={`/mailbox/${id}/html`}>{subject}</a>
        </p>
      </Section>
      <Section title={t("mail.asText")}>
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
      <Section title={t("mail.envelope")}>
        <dl>
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
