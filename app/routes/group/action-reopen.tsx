import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { typedIn } from "~/forms/submitting.server";
import { takeUpAction } from "~/plan/taking-up-an-action.server";

/** One press: what was ticked off is to be done after all. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { back } = await typedIn(asked.request);
  return press(() => takeUpAction(viewer, asked.params.actionId ?? "", back));
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/plan`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
