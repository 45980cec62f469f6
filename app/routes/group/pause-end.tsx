import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { meetAgain } from "~/gatherings/pausing/pausing.server";

/** One press: the circle meets again. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => meetAgain(viewer), "changed");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
