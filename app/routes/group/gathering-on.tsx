import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { letItGoOn } from "~/gatherings/letting-it-go-on.server";

/** One press: what was called off goes on after all. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => letItGoOn(viewer, asked.params.gatheringId ?? ""), "goesOn");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/gatherings/${asked.params.gatheringId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
