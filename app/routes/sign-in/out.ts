import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "~/accounts/sessions.server";

/** Signs this browser out. */
export async function action({ context }: ActionFunctionArgs) {
  if (context.sessionId) context.setCookie(await endSession(context.sessionId));
  return redirect("/");
}

export function loader() {
  return redirect("/");
}
