import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { chooseLanguage } from "~/accounts/choosing-a-language.server";
import { safeNext } from "~/accounts/schema";
import { press } from "~/forms/pressing.server";
import { typedIn } from "~/forms/submitting.server";
import { languageOf } from "~/i18n/text";
import { cookie } from "~/platform/http/cookie.server";

/** The language that this browser, and whoever is signed in, reads from now on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const language = languageOf(String(typed.language ?? ""));
  context.setCookie(cookie("language", language, 31_536_000));
  return press(async () => {
    if (context.person) await chooseLanguage(context.person, language);
    return safeNext(String(typed.next ?? "/"));
  }, null);
}

export function loader() {
  return redirect("/");
}
