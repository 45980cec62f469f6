import type { Asked } from "./asking.server";
import { openSession } from "./sessions.server";

/** Signs this browser in as an account, perhaps with a card. Whoever was signed in here until now no longer is. */
export async function beginSession({ context }: Asked, accountId: string, cardId: string | null = null): Promise<void> {
  context.setCookie(await openSession(accountId, context.device, context.sessionId, cardId));
}
