import { data, redirect } from "@remix-run/node";
import { NotNow, Refusal, SignedOut } from "~/platform/refusal";
import { goOn, type Saying } from "./said.server";

/**
 * A press without fields: does the act and goes on to the page that it names, which says what was done.
 * @throws 403 with the reason in words when it is refused; there is no form to give back
 */
export function press(act: () => Promise<string>, saying: Saying | null = "saved"): Promise<Response> {
  return pressFor(async () => {
    const { to, headers } = goOn(await act(), saying);
    return redirect(to, { headers });
  });
}

/** The same for a press that is answered with something of its own: a file. */
export async function pressFor(act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof NotNow)) throw data(error.words, { status: 403 });
    if (error instanceof SignedOut) return redirect("/sign-in");
    throw error;
  }
}
