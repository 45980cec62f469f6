import type { Asked } from "./asking.server";
import { openSession } from "./sessions.server";

/**
 * Signs this browser in as an account. Whoever was signed in here until now no longer is.
 * @param how with which card, if with one; and whether the device is not theirs
 */
export async function beginSession(
  { context }: Asked,
  accountId: string,
  how: { cardId?: string; borrowed?: boolean } = {},
): Promise<void> {
  context.setCookie(await openSession(accountId, context.device, { before: context.sessionId, ...how }));
}
