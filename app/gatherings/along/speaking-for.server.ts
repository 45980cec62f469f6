import { holding } from "~/groups/belonging";
import { notFound, Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { answererFor } from "../answering-for.server";
import { notThere } from "../answers";
import { asksAgain } from "../asking-again";

/** A gathering to which people still go. */
export interface Coming {
  id: string;
  groupId: string;
  startLocal: string;
}

/** The gathering whose lists can still change. @throws Refusal when it has begun or is off; 404 when this group has none such */
export async function stillComing(tx: Transaction, { groupId, now }: MemberViewer, id: string): Promise<Coming> {
  const found = await tx.gathering.findFirst({ where: { id, groupId } });
  if (!found) throw notFound();
  if (found.cancelledAt || found.startsAt <= now) throw new Refusal({ key: "along.tooLate" });
  return found;
}

/**
 * As whom somebody says how a member comes to a gathering and what they bring: for themselves, for the central person for whom
 * they act, or, by who prepares, for who has no way to say it here.
 * @throws 404 for who is not in the network now, NotAllowed when it is not theirs to say
 */
export async function speakerFor(asking: Parameters<typeof answererFor>[0], memberId: string): Promise<Actor> {
  const { actor } = await answererFor(asking, memberId, "gathering.arrange");
  await inTheNetwork(asking.tx, asking.viewer, memberId);
  return actor;
}

/** @throws 404 for who is not in the network now: for a professional all of this is not there */
async function inTheNetwork(tx: Transaction, { groupId }: MemberViewer, memberId: string): Promise<void> {
  const place = await tx.membership.findFirst({ where: { groupId, memberId, role: { not: "professional" }, ...holding } });
  if (!place) throw notFound();
}

/** @throws Refusal, at a field, for who said that they don't come; 404 likewise */
export async function refuseWhoStays(
  tx: Transaction,
  viewer: MemberViewer,
  { id, startLocal }: Coming,
  memberId: string,
  field: string | null,
) {
  await inTheNetwork(tx, viewer, memberId);
  const no = await tx.response.findFirst({ where: { gatheringId: id, memberId, answer: { in: [...notThere] } } });
  if (no && !asksAgain(no.forLocal, startLocal)) throw new Refusal({ key: "along.notComing" }, field);
}
