import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { openSession } from "~/accounts/sessions.server";
import { config } from "~/platform/config.server";
import { row } from "~/platform/reading.server";
import { notFound } from "~/platform/refusal";
import { cast, staff } from "../../../test/cast";

/** Signs in as one of the people of the demo. Only there, and only on this very machine. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!config().demo || !context.here) throw notFound();
  const persona = String((await request.formData()).get("persona") ?? "");
  const people = { ...cast, sofie: staff };
  const mail = Object.entries(people).find(([key]) => key === persona)?.[1].mail ?? null;
  const account = row<{ id: string }>("SELECT id FROM Account WHERE mail = @mail", { mail });
  if (!account) throw notFound();
  context.setCookie(await openSession(account.id, context.device));
  return redirect("/me");
}

export function loader() {
  throw notFound();
}
