import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { formKeyIn, typedIn } from "~/forms/submitting.server";
import { inviteOnPaper } from "~/groups/inviting-on-paper.server";

/** One press: a new invitation to hand over, on a page to print. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const formKey = formKeyIn(await typedIn(asked.request));
  return press(() => inviteOnPaper(viewer, asked.params.memberId ?? "", formKey), null);
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/people/${asked.params.memberId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
