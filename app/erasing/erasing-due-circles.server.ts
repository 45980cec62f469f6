import { forgetPhotos } from "~/groups/forgetting-photos.server";
import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { runWithin, truncateWal } from "~/platform/writer.server";
import { tablesOfAGroup } from "./what-goes";

const due = query<{ id: string }>('SELECT id FROM "Group" WHERE erasesAt <= @now ORDER BY erasesAt');

/** Erases each circle whose time to think better of it is over: rows, photos, mails. @param now moment in UTC */
export async function eraseDueCircles(now: string): Promise<void> {
  for (const { id } of due.all({ now })) {
    const hashes = await transaction((tx) => erase(tx, id, now));
    if (!hashes) continue;
    await forgetPhotos(hashes);
    await truncateWal();
    log.info({ groupId: id }, "a circle was erased, as its central person asked");
  }
}

/** @returns the photos whose rows are gone, or null when it was kept after all */
async function erase(tx: Transaction, groupId: string, now: string): Promise<string[] | null> {
  if ((await tx.group.count({ where: { id: groupId, erasesAt: { lte: now } } })) === 0) return null;
  const photos = await tx.photo.findMany({ where: { groupId }, select: { hash: true } });
  const members = await tx.member.findMany({ where: { groupId }, select: { id: true, accountId: true } });
  const ids = members.map(({ id }) => id);
  const accounts = members.flatMap(({ accountId }) => accountId ?? []);
  await tx.formKey.deleteMany({ where: { OR: [{ whose: { in: ids } }, { to: { startsWith: `/g/${groupId}` } }] } });
  const cards = await tx.signInCard.findMany({ where: { groupId }, select: { id: true } });
  await tx.session.deleteMany({ where: { cardId: { in: cards.map(({ id }) => id) } } });
  await tx.session.updateMany({ where: { actsIn: groupId }, data: { actsIn: null, actsUntil: null } });
  for (const table of tablesOfAGroup) runWithin(`DELETE FROM "${table}" WHERE "${table === "Group" ? "id" : "groupId"}" = ?`, [groupId]);
  // Nothing opens an account without an address but a card, and the cards of this circle are gone.
  await tx.account.deleteMany({ where: { id: { in: accounts }, mail: null, members: { none: {} }, staff: { none: {} } } });
  return photos.map(({ hash }) => hash);
}
