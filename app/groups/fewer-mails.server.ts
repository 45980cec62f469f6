import { type MailKind, type Stoppable, stoppable } from "~/mail/queueing.server";
import { hashOf } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { actByLink } from "~/policy/act.server";
import { groupQuery, linkQuery } from "~/policy/queries.server";
import { type LinkViewer, linkHolder, type MemberViewer } from "~/policy/viewer.server";

const stop = "SELECT 1 AS stopped FROM MailStop WHERE groupId = @groupId AND memberId = @me AND kind = @kind";
const stopOf = groupQuery<{ stopped: 1 }>(stop);
const mailsOfHolder = linkQuery<{ name: string; hue: number; own: 0 | 1; stopped: 0 | 1 }>(
  `SELECT c.name, c.id = @me AS own, c.hue, EXISTS (${stop}) AS stopped FROM Membership s JOIN Member c ON c.id = s.memberId
   WHERE s.groupId = @groupId AND s.role = 'central' AND s.until IS NULL`,
);

/** Who holds this link to get fewer mails. @returns null for one that never was, or whose member has left */
export function fewerBy(token: string, now: string): LinkViewer | null {
  return linkHolder(hashOf(token), "fewer", now);
}

/** Whether a member gets no mails of a kind any more. One statement. */
export function hasStopped(viewer: MemberViewer, kind: MailKind): boolean {
  return stopOf.first(viewer, { kind }) !== undefined;
}

/** How it stands with somebody's mails of some kind, and whose circle it is: their `own`, or that of who is named. */
export function mailsOf(link: LinkViewer, which: Stoppable): { stopped: boolean; own: boolean; name: string; hue: number } {
  const { name = "", hue = 0, own, stopped } = mailsOfHolder.first(link, { kind: stoppable[which][0] }) ?? {};
  return { own: own === 1, name, hue, stopped: stopped === 1 };
}

/** No more mails of some kind, also not those that wait to leave. Twice is the same as once. */
export async function stopMails(link: LinkViewer, which: Stoppable): Promise<void> {
  await actByLink(link, null, async ({ tx, viewer }) => {
    await wantMails(tx, viewer, which, false);
    return "/";
  });
}

/** The mails after all. */
export async function takeUpMails(link: LinkViewer, which: Stoppable): Promise<void> {
  await actByLink(link, null, async ({ tx, viewer }) => {
    await wantMails(tx, viewer, which, true);
    return "/";
  });
}

/** Whose mails, and when it is said. */
export interface Whose {
  groupId: string;
  memberId: string;
  now: string;
}

/** Whether somebody wants mails of some kind or not. */
export async function wantMails(tx: Transaction, { groupId, memberId, now: at }: Whose, which: Stoppable, wanted: boolean): Promise<void> {
  const kinds = stoppable[which];
  if (wanted) {
    await tx.mailStop.deleteMany({ where: { memberId, kind: { in: [...kinds] } } });
    return;
  }
  for (const kind of kinds)
    await tx.mailStop.upsert({
      where: { memberId_kind: { memberId, kind } },
      update: {},
      create: { memberId, kind, groupId, at },
    });
}
