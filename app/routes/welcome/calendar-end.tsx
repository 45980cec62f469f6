import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { endFeed } from "~/gatherings/feed/ending-a-feed.server";

/** One press: a calendar gets nothing any more. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  return press(() => endFeed(person, asked.params.feedId ?? ""), "feedEnded");
}

export function loader(asked: LoaderFunctionArgs) {
  signedIn(asked);
  return redirect("/me/calendar");
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
