import { type Language, languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import type { Transaction } from "~/platform/transaction.server";
import { holding } from "./belonging";
import { whoIsUnreached } from "./who-is-unreached.server";
import { decidingReached, facilitatingReached } from "./whom-mail-reaches.server";

/**
 * Tells who prepares the gatherings of a circle, in each circle where it is so, that mails do not reach somebody any more: once, by
 * mail. When it is they themselves, or nobody does, the central person hears it and who acts for them. Nobody at an address
 * that mails do not reach either.
 * @param mail the address @param now moment in UTC
 */
export async function tellUnreached(tx: Transaction, mail: string, now: string): Promise<void> {
  const faces = await tx.member.findMany({
    where: { OR: [{ mail }, { account: { mail } }], memberships: { some: holding }, group: { closedAt: null } },
    include: { group: true, memberships: { where: holding } },
  });
  for (const { id: whoId, groupId, group, memberships } of faces) {
    const unreached = await whoIsUnreached(tx, groupId);
    if (!unreached.has(whoId)) continue;
    const facilitates = memberships.some(({ role }) => role === "facilitator" || role === "starter");
    for (const { memberId, to } of await whoHears(tx, { groupId, language: languageOf(group.language), unreached, facilitates })) {
      const dedupeKey = `unreached:${whoId}:${now}:${memberId}`;
      await queueMail(tx, { kind: "unreached", dedupeKey, to, memberId, groupId, data: { whoId }, now });
    }
  }
}

/** Somebody whom mails do not reach. */
interface Unreached {
  groupId: string;
  language: Language;
  /** Whom mails do not reach in this circle, they as well. */
  unreached: ReadonlySet<string>;
  facilitates: boolean;
}

async function whoHears(tx: Transaction, { unreached, facilitates, ...circle }: Unreached) {
  const [preparing, deciding] = [await facilitatingReached(tx, circle), await decidingReached(tx, circle)];
  const reached = (those: typeof preparing) => those.filter(({ memberId }) => !unreached.has(memberId));
  const [first, then] = facilitates ? [deciding, preparing] : [preparing, deciding];
  const found = reached(first);
  return found.length > 0 ? found : reached(then);
}
