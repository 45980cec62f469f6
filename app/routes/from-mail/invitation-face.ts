import type { LoaderFunctionArgs } from "@remix-run/node";
import { faceFor } from "~/groups/photos.server";

/** The face of whoever asks, for whoever was asked. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return faceFor(params.token ?? "", context.now, request.headers.get("if-none-match"));
}
