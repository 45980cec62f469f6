import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { formKeyIn, typedIn } from "~/forms/submitting.server";
import { invite } from "~/groups/inviting.server";

/** One press: somebody is asked in by mail. It has a form key, so that a double press is one mail. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const formKey = formKeyIn(await typedIn(asked.request));
  return press(() => invite(viewer, asked.params.memberId ?? "", formKey), "invited");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/people/${asked.params.memberId}`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
