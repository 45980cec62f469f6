import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signedIn } from "~/accounts/asking.server";
import { pressFor } from "~/forms/pressing.server";
import { takeMine } from "~/taking-along/taking-what-is-mine.server";

/** One press: what is of whoever asks, in all circles, as a file. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const { language, now } = asked.context;
  return pressFor(() => takeMine(person, language, now));
}

export function loader(asked: LoaderFunctionArgs) {
  signedIn(asked);
  return redirect("/me/take-along");
}
