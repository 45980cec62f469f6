import { hashOf } from "~/platform/secrets.server";
import { actByInvitation } from "~/policy/act.server";

/** Somebody says no: the invitation is over. One that was used or is over already stays as it is. */
export async function declineInvitation(token: string, now: string): Promise<void> {
  await actByInvitation(null, (tx) =>
    tx.invitation.updateMany({
      where: { tokenHash: hashOf(token), usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    }),
  );
}
