import { type Language, languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { unreachedAmong } from "~/mail/unreached.server";
import type { Transaction } from "~/platform/transaction.server";
import { holding } from "./belonging";
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
    include: { account: true, group: true, memberships: { where: holding } },
  });
  for (const { id: whoId, groupId, mail: own, account, group, memberships } of faces) {
    const addresses = [account?.mail, own].filter((one) => one != null);
    if ((await unreachedAmong(tx, addresses)).size < new Set(addresses).size) continue;
    const facilitates = memberships.some(({ role }) => role === "facilitator" || role === "starter");
    for (const { memberId, to } of await whoHears(tx, { groupId, language: languageOf(group.language), whoId, facilitates })) {
      const dedupeKey = `unreached:${whoId}:${now}:${memberId}`;
      await queueMail(tx, { kind: "unreached", dedupeKey, to, memberId, groupId, data: { whoId }, now });
    }
  }
}

/** Somebody whom mails do not reach. */
interface Unreached {
  groupId: string;
  language: Language;
  whoId: string;
  facilitates: boolean;
}

async function whoHears(tx: Transaction, { whoId, facilitates, ...circle }: Unreached) {
  const [preparing, deciding] = [await facilitatingReached(tx, circle), await decidingReached(tx, circle)];
  const reached = async (those: typeof preparing) => {
    const others = those.filter(({ memberId }) => memberId !== whoId);
    const dead = await unreachedAmong(
      tx,
      others.map(({ to }) => to.mail),
    );
    return others.filter(({ to }) => !dead.has(to.mail));
  };
  const [first, then] = facilitates ? [deciding, preparing] : [preparing, deciding];
  const found = await reached(first);
  return found.length > 0 ? found : reached(then);
}
