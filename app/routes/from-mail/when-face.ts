import type { LoaderFunctionArgs } from "@remix-run/node";
import { sayerBy } from "~/gatherings/polls/poll-by-mail.server";
import { faceOfCircle } from "~/groups/photos.server";
import { notFound } from "~/platform/refusal";

/** The face of whose circle it is, for whoever holds a link to say when they can. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const link = sayerBy(params.token ?? "", context.now);
  if (!link) throw notFound();
  return faceOfCircle(link, request.headers.get("if-none-match"));
}
