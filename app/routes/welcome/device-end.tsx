import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { signOutElsewhere, signOutThere } from "~/accounts/signing-out-elsewhere.server";
import { press } from "~/forms/pressing.server";

/** One press: out on that device, or on all but this one. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const { sessionId } = asked.params;
  return press(() => (sessionId ? signOutThere(person, sessionId) : signOutElsewhere(person)), "signedOut");
}

export function loader(asked: LoaderFunctionArgs) {
  signedIn(asked);
  return redirect("/me/devices");
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
