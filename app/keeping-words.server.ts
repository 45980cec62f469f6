import { type ActionFunction, type ActionFunctionArgs, data, type LoaderFunction } from "@remix-run/server-runtime";
import { formIn } from "./forms/reading-a-form.server";
import { fieldsIn, type TurnedAway, wordsIn } from "./forms/turned-away";
import type { Words } from "./platform/refusal";

/**
 * The action of a form, for when its page is gone as well: the right to it has ended, they were let go, their session is
 * over. Then no page is left on which what they wrote could stand, so the answer itself brings it back.
 * @param loader the loader of the form's page
 */
export function keepingWords(action: ActionFunction, loader: LoaderFunction | undefined): ActionFunction {
  return async (args) => {
    const [thrown, answer] = await outcome(() => action(args));
    const away = (await turnedAway(answer, thrown)) ?? (statusOf(answer) === 403 ? await pageIsGone(args, loader) : null);
    if (away) await bringBack(args.request, away);
    if (thrown) throw answer;
    return answer;
  };
}

interface Away extends Pick<TurnedAway, "reason"> {
  status: number;
  signedOut: boolean;
}

async function outcome(run: () => unknown): Promise<[thrown: boolean, answer: unknown]> {
  try {
    return [false, await run()];
  } catch (error) {
    return [true, error];
  }
}

async function turnedAway(answer: unknown, thrown: boolean): Promise<Away | null> {
  if (answer instanceof Response && answer.headers.get("location")?.startsWith("/sign-in"))
    return { reason: { key: "system.signedOutLead" }, status: 403, signedOut: true };
  if (!thrown) return null;
  const status = statusOf(answer);
  if (status === 404) return { reason: null, status, signedOut: false };
  return status === 403 ? { reason: (answer as { data: Words }).data, status, signedOut: false } : null;
}

/** An act without the right to it comes back on its form, unless that is not shown to them any more. */
async function pageIsGone(args: ActionFunctionArgs, loader: LoaderFunction | undefined): Promise<Away | null> {
  const [thrown, answer] = await outcome(() => loader?.(args));
  return turnedAway(answer, thrown);
}

async function bringBack(request: Request, { reason, status, signedOut }: Away): Promise<void> {
  const [unread, form] = await outcome(() => formIn(request));
  if (unread) return;
  const { typed } = form as Awaited<ReturnType<typeof formIn>>;
  const written = wordsIn(typed);
  if (written.length === 0) return;
  const { pathname, search } = new URL(request.url);
  const again = signedOut ? { to: pathname + search, fields: fieldsIn(typed) } : null;
  throw data<TurnedAway>({ reason, written, again }, { status });
}

/** The status of an answer, whether it is one or is made into one. */
function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  return (answer as { init?: { status?: number } } | null)?.init?.status ?? 200;
}
