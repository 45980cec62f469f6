import { notFound } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act, actByLink } from "~/policy/act.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { holding } from "./belonging";
import type { ClockForm } from "./schema";

/**
 * Says by which clock one lives, or that it is the circle's: each for themselves, and who acts for the central person for them.
 * The story tells nothing of it.
 * @returns their page
 * @throws NotAllowed for anybody else's; 404 for who is not in this circle
 */
export async function sayClock(viewer: MemberViewer, memberId: string, form: ClockForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["clock", memberId, form] }, async ({ tx, viewer, may }) => {
    may("member.clock", memberId);
    await setClock(tx, { groupId: viewer.groupId, memberId }, form);
    return `/g/${viewer.groupId}/people/${memberId}`;
  });
}

/** The same from a mail, by the holder of its link. @returns where to go on */
export async function sayClockFromMail(link: LinkViewer, form: ClockForm, formKey: string | null, to: string): Promise<string> {
  return actByLink(link, { formKey, content: ["clock", form] }, async ({ tx, viewer }) => {
    await setClock(tx, viewer, form);
    return to;
  });
}

async function setClock(
  tx: Transaction,
  { groupId, memberId: id }: { groupId: string; memberId: string },
  { zone }: ClockForm,
): Promise<void> {
  const { count } = await tx.member.updateMany({ where: { id, groupId, memberships: { some: holding } }, data: { zone } });
  if (count === 0) throw notFound();
}
