import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { formKeyIn, typedIn } from "~/forms/submitting.server";
import { acceptWaiting } from "~/groups/accepting-an-invitation.server";

/** One press: somebody who signed in by themselves says yes to an invitation that waits for them. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const formKey = formKeyIn(await typedIn(asked.request));
  return press(() => acceptWaiting(person, asked.params.invitationId ?? "", formKey, asked.context.now), null);
}

export function loader() {
  return redirect("/me");
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
