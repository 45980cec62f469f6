import type { LoaderFunctionArgs } from "@remix-run/node";
import { cardInHand } from "~/cards/card-cookie.server";
import { faceOnCard } from "~/groups/photos.server";

/** The face of whose card it is, for whoever holds it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return faceOnCard(cardInHand(request) ?? "", context.now, request.headers.get("if-none-match"));
}
