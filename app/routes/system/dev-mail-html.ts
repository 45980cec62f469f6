import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf, say } from "~/i18n/text";
import { framed } from "~/mail/framing.server";
import { config } from "~/platform/config.server";
import { notFound } from "~/platform/refusal";
import { sampleLetters } from "../../../emails/samples";

/** The drawn part of a sample mail, for the frame on its page. Only in development. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  if (!config().development) throw notFound();
  const language = languageOf(new URL(request.url).searchParams.get("language"));
  const letter = sampleLetters(say(language), language)[params.kind ?? ""];
  if (!letter) throw notFound();
  const { drawHtml } = await import("../../../emails/drawing");
  return framed(await drawHtml(letter));
}
