import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { say } from "~/i18n/text";
import { config } from "~/platform/config.server";
import { notFound } from "~/platform/refusal";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { sampleLetters } from "../../../emails/samples";

/** Every kind of mail with invented facts, for whoever builds. Only in development. */
export async function loader() {
  if (!config().development) throw notFound();
  const letters = Object.entries(sampleLetters(say("nl"), "nl"));
  return { mails: letters.map(([kind, { subject, from }]) => ({ kind, subject, from })) };
}

export const meta: MetaFunction = () => [{ title: "Mails · Kring" }];

export default function DevMails() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <PlainPage brand="Kring" brandHref="/" skip="Skip to the mails">
      <PageHead title="Mails" />
      <ul className="mailbox">
        {mails.map(({ kind, subject, from }) => (
          <li key={kind}>
            <a href={`/dev/mails/${kind}`}>{subject}</a>
            <p className="soft">
              {kind}, from {from} (<a href={`/dev/mails/${kind}?language=en`}>in English</a>)
            </p>
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}
