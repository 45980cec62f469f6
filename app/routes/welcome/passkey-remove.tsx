import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { removePasskey } from "~/accounts/passkeys/removing-a-passkey.server";
import { press } from "~/forms/pressing.server";

/** One press: nobody signs in with it any more. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  return press(() => removePasskey(person, asked.params.passkeyId ?? ""), "passkeyGone");
}

export function loader(asked: LoaderFunctionArgs) {
  signedIn(asked);
  return redirect("/me/passkeys");
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
