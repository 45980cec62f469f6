import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf, say } from "~/i18n/text";
import { frameMay } from "~/mail/framing.server";
import { config } from "~/platform/config.server";
import { notFound } from "~/platform/refusal";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { drawText } from "../../../emails/plain-text";
import { sampleLetters } from "../../../emails/samples";

/** One kind of mail with invented facts, drawn and as plain text. Only in development. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  if (!config().development) throw notFound();
  const language = languageOf(new URL(request.url).searchParams.get("language"));
  const letter = sampleLetters(say(language), language)[params.kind ?? ""];
  if (!letter) throw notFound();
  const { subject, preview } = letter;
  return { subject, preview, text: drawText(letter), frame: `/dev/mails/${params.kind}/html?language=${language}`, frameMay };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }];

export default function DevMail() {
  const { subject, preview, text, frame, frameMay } = useLoaderData<typeof loader>();
  return (
    <PlainPage brand="Kring" brandHref="/" skip="Skip to the mail" wide>
      <PageHead title={subject} lead={preview} back={{ href: "/dev/mails", label: "All mails" }} />
      <div className="beside">
        <iframe className="letter-frame" sandbox={frameMay} src={frame} title={subject} />
        <div className="letter">{text}</div>
      </div>
    </PlainPage>
  );
}
