import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { browserNamed } from "~/accounts/browsers.server";
import { askForPasskey } from "~/accounts/passkeys/making-a-passkey.server";
import { pressFor } from "~/forms/pressing.server";
import { countTry } from "~/platform/limits.server";

/** What the script of the page hands to the device, to make a passkey. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const { address, now } = asked.context;
  return pressFor(async () => {
    await countTry("passkeyAsk", address);
    return Response.json(await askForPasskey(person, browserNamed(asked), now));
  });
}

export function loader(asked: LoaderFunctionArgs) {
  signedIn(asked);
  return redirect("/me/passkeys");
}
