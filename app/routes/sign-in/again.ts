import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { countAsking } from "~/accounts/asking-limits.server";
import { browserOf } from "~/accounts/browsers.server";
import { askedHere, askForCode } from "~/accounts/signing-in.server";
import { typedIn } from "~/forms/submitting.server";

/** One press: a new code goes to the address that this browser gave before. */
export async function action(asked: ActionFunctionArgs) {
  const { language, now, address } = asked.context;
  const { id } = await typedIn(asked.request);
  const browser = browserOf(asked);
  const before = askedHere(String(id ?? ""), browser);
  if (!before || !browser) return redirect("/sign-in");
  await countAsking(before.mail, browser, address);
  return redirect(`/sign-in/code?id=${await askForCode(before.mail, before.next, language, now, browser)}`);
}

export function loader() {
  return redirect("/sign-in");
}
