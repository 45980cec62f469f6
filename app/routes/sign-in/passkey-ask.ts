import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { browserNamed } from "~/accounts/browsers.server";
import { askForSignature } from "~/accounts/passkeys/signing-in-with-a-passkey.server";
import { pressFor } from "~/forms/pressing.server";
import { countTry } from "~/platform/limits.server";

/** What the script of the page hands to the device, to sign in. */
export async function action(asked: ActionFunctionArgs) {
  const { address, now } = asked.context;
  return pressFor(async () => {
    await countTry("passkeyAsk", address);
    return Response.json(await askForSignature(browserNamed(asked), now));
  });
}

export function loader() {
  return redirect("/sign-in/passkey");
}
