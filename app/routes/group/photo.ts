import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { photoFor } from "~/groups/photos.server";

/** A photo of somebody in the circle, for its members. */
export async function loader(asked: LoaderFunctionArgs) {
  const { photoId = "", size = "" } = asked.params;
  return photoFor(memberViewer(asked), photoId, size, asked.request.headers.get("if-none-match"));
}
