import { data, redirect } from "@remix-run/node";
import { NotNow, Refusal } from "~/platform/refusal";
import { goOn, type Saying } from "./said.server";

/**
 * A press without fields: does the act and goes on to the page that it names, which says what was done.
 * @throws 403 with the reason in words when it is refused; there is no form to give back
 */
export async function press(act: () => Promise<string>, saying: Saying | null = "saved"): Promise<Response> {
  try {
    const { to, headers } = goOn(await act(), saying);
    return redirect(to, { headers });
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof NotNow)) throw data(error.words, { status: 403 });
    throw error;
  }
}

/**
 * Where a press leads back to: a page of this group, or `otherwise` for anything else that was sent.
 * @param back what the form sent: a local path without a query
 */
export function backTo(groupId: string, back: unknown, otherwise: string): string {
  const root = `/g/${groupId}`;
  if (typeof back !== "string" || back.length > 200 || !/^\/g\/[\w/-]+$/.test(back)) return otherwise;
  const within = back === root || back.startsWith(`${root}/`);
  return within && !back.includes("//") ? back : otherwise;
}
