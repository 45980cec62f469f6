import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer, signedIn } from "~/accounts/asking.server";
import { backTo } from "~/forms/back-to";
import { press } from "~/forms/pressing.server";
import { typedIn } from "~/forms/submitting.server";
import { actFor } from "~/groups/acting-for.server";

/** One press: from here on they act for the central person, or as themselves again; then back to the page that they were on. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const acts = (await typedIn(asked.request)).act === "yes";
  return press(async () => {
    const home = await actFor(signedIn(asked), viewer, acts);
    return acts ? backTo(viewer.groupId, cameFrom(asked.request), home) : home;
  }, null);
}

/** The page with the press, as the browser says it: it is on every page of a circle, also on one that is refused. */
function cameFrom({ headers, url }: Request): string | null {
  const from = URL.parse(headers.get("referer") ?? "", url);
  return from && from.pathname !== new URL(url).pathname ? from.pathname : null;
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
