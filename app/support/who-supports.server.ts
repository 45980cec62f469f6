import { stillHere } from "~/groups/members-now.server";
import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { addMonths } from "~/platform/wall-clock";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * The name of who supports: a service as it was typed, or somebody who belongs to the circle now.
 * @throws Refusal at the field `memberId` for anybody else
 */
export async function whoSupports(tx: Transaction, viewer: MemberViewer, memberId: string | null, service: string | null): Promise<string> {
  if (!memberId) return service ?? "";
  const [person] = await stillHere(tx, viewer, [memberId]);
  if (!person) throw new Refusal({ key: "support.personGone" }, "memberId");
  return person.name;
}

/** What to call whoever supports, also when they have left. */
export async function nameOf(tx: Transaction, support: { memberId: string | null; service: string | null }): Promise<string> {
  const member = support.memberId && (await tx.member.findUnique({ where: { id: support.memberId }, select: { name: true } }));
  return member ? member.name : (support.service ?? "");
}

/** A day may be long ago, but not more than a year ahead. @throws Refusal at the field */
export function notTooFar(viewer: MemberViewer, day: string | null, field: string): void {
  if (day && day > addMonths(viewer.today, 12)) throw new Refusal({ key: "support.tooFar" }, field);
}
