import { holding } from "~/groups/belonging";
import { whoIsUnreached } from "~/groups/who-is-unreached.server";
import { notFound } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { Act } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

interface Asking {
  tx: Transaction;
  viewer: MemberViewer;
  may(act: Act, aboutId?: string): Actor;
}

/**
 * As whom somebody gives the answer of a member: their own, that of the central person for whom they act, or, noted by who
 * prepares, that of somebody who has no way to give it here, or whom no mail reaches that asks for it. What they said themselves
 * is then noted over as theirs is over a note: it shows by whom, and each other answer stands in the story.
 * @param act what they say with it, when it is more than whether they come
 * @returns who does it, and whose answer it is
 * @throws 404 for who is not in this circle now, NotAllowed when it is not theirs to give
 */
export async function answererFor(
  { tx, viewer, may }: Asking,
  id: string,
  act: Act = "gathering.answer",
): Promise<{ actor: Actor; name: string }> {
  const found = await tx.member.findFirst({
    where: { id, groupId: viewer.groupId, memberships: { some: holding } },
    select: { name: true, account: { select: { mail: true } } },
  });
  if (!found) throw notFound();
  const byThemselves = id === viewer.memberId || id === viewer.central.id;
  const theirs = byThemselves || (found.account?.mail != null && !(await whoIsUnreached(tx, viewer.groupId)).has(id));
  return { name: found.name, actor: theirs ? may(act, id) : may("gathering.note") };
}
