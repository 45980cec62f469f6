import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { cast, staff } from "~/demo/cast";
import { typedIn } from "~/forms/submitting.server";
import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { notFound } from "~/platform/refusal";

const accountWith = query<{ id: string }>("SELECT id FROM Account WHERE mail = @mail");

/** Signs in as one of the people of the demo. Only there, and only on this very machine. */
export async function action(asked: ActionFunctionArgs) {
  const { request, context } = asked;
  if (!config().demo || !context.here) throw notFound();
  const persona = String((await typedIn(request)).persona ?? "");
  const people = { ...cast, sofie: staff };
  const mail = Object.entries(people).find(([key]) => key === persona)?.[1].mail ?? null;
  const account = accountWith.first({ mail });
  if (!account) throw notFound();
  await beginSession(asked, account.id);
  return redirect("/me");
}

export function loader() {
  throw notFound();
}
