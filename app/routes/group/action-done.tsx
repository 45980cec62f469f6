import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { typedIn } from "~/forms/submitting.server";
import { doAction } from "~/plan/doing-an-action.server";

/** One press: what was promised is done; back to where it was ticked. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { back } = await typedIn(asked.request);
  return press(() => doAction(viewer, asked.params.actionId ?? "", back), "done");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/plan`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
