import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { openAgain } from "~/closing/opening-again.server";
import { press } from "~/forms/pressing.server";

/** One press: the circle is open again. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => openAgain(viewer));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/settings`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
