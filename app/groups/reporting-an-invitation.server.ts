import { hashOf } from "~/platform/secrets.server";
import { actByInvitation } from "~/policy/act.server";
import { openInvitation } from "./accepting-an-invitation.server";
import { withdrawOpen } from "./inviting.server";

/**
 * Somebody got an invitation of people whom they don't know. Nothing more is sent to them: all that was open is withdrawn,
 * and their address is forgotten, also in what was sent already. One that can't be answered any more stays as it is.
 */
export async function reportInvitation(token: string, now: string): Promise<void> {
  await actByInvitation(null, async (tx) => {
    const found = await openInvitation(tx, { tokenHash: hashOf(token) }, now);
    if (!found) return;
    const { groupId, memberId } = found;
    await withdrawOpen(tx, groupId, memberId, now);
    await tx.invitation.updateMany({ where: { groupId, memberId, withdrawnAt: now }, data: { reportedAt: now } });
    await tx.member.update({ where: { id: memberId }, data: { mail: null, version: { increment: 1 } } });
    await tx.mailLink.deleteMany({ where: { groupId, memberId } });
    await tx.outboxMail.deleteMany({ where: { groupId, memberId, state: { not: "sending" } } });
  });
}
