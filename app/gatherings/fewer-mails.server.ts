import { type MailKind, stoppable } from "~/mail/promising.server";
import { row } from "~/platform/reading.server";
import { hashOf } from "~/platform/secrets.server";
import { write } from "~/platform/writing.server";
import { type LinkViewer, linkHolder } from "~/policy/viewer.server";

/** Who holds this link to get fewer mails. @returns null for one that never was, or whose member has left */
export function fewerBy(token: string, now: string): LinkViewer | null {
  return linkHolder(hashOf(token), "fewer", now);
}

/** Whether a member gets no mails of a kind any more. One statement. */
export function hasStopped(memberId: string, kind: MailKind): boolean {
  return row("SELECT 1 FROM MailStop WHERE memberId = @memberId AND kind = @kind", { memberId, kind }) !== undefined;
}

/** How it stands with somebody's mails about new gatherings, and whose circle it is: their `own`, or that of who is named. */
export function mailsOf({ groupId, memberId }: LinkViewer): { stopped: boolean; own: boolean; name: string; hue: number } {
  const central = row<{ id: string; name: string; hue: number }>(
    `SELECT c.id, c.name, c.hue FROM Membership s JOIN Member c ON c.id = s.memberId
     WHERE s.groupId = @groupId AND s.role = 'central' AND s.until IS NULL`,
    { groupId },
  );
  const { name = "", hue = 0 } = central ?? {};
  return { own: central?.id === memberId, name, hue, stopped: hasStopped(memberId, "gatheringPlanned") };
}

/** No more mails about new gatherings, also not those that wait to leave. Twice is the same as once. */
export async function stopMails({ groupId, memberId, now: at }: LinkViewer): Promise<void> {
  await write(async (tx) => {
    for (const kind of stoppable) {
      const one = { memberId_kind: { memberId, kind } };
      await tx.mailStop.upsert({ where: one, update: {}, create: { memberId, kind, groupId, at } });
    }
  });
}

/** The mails after all. */
export async function takeUpMails({ memberId }: LinkViewer): Promise<void> {
  await write((tx) => tx.mailStop.deleteMany({ where: { memberId, kind: { in: [...stoppable] } } }));
}
