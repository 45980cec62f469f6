import type { LoaderFunctionArgs } from "@remix-run/node";
import { answererBy } from "~/gatherings/asked-by-mail.server";
import { faceOfCircle } from "~/groups/photos.server";
import { notFound } from "~/platform/refusal";

/** The face of whose circle it is, for whoever holds a link to answer. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const link = answererBy(params.token ?? "", context.now);
  if (!link) throw notFound();
  return faceOfCircle(link, request.headers.get("if-none-match"));
}
