import type { MailKind } from "~/mail/queueing.server";
import type { Prisma } from "~/platform/prisma/client";

/**
 * The memberships that hold now. For acts; reads write the same in SQL. None begins or ends later than it is written, so no
 * moment is compared: a clock that ran ahead and came back would keep in who left, and leave out who came.
 */
export const holding = { until: null } satisfies Prisma.MembershipWhereInput;

/** SQL: whether Member `m` signs in by mail. Who has a card only does not: they get no mails, and can still be invited. */
export function byMail(m: string): string {
  return `EXISTS (SELECT 1 FROM Account z WHERE z.id = ${m}.accountId AND z.mail IS NOT NULL)`;
}

/** SQL: whether mails do not reach an address. */
export function isMarked(mail: string): string {
  return `EXISTS (SELECT 1 FROM UnreachedAddress z WHERE z.mail = ${mail} AND z.since IS NOT NULL)`;
}

/** SQL: whether mails reach Member `m` at none of their addresses: that with which they sign in, and that which the circle knows. */
export function isUnreached(m: string): string {
  const first = `coalesce((SELECT y.mail FROM Account y WHERE y.id = ${m}.accountId), ${m}.mail)`;
  return `(${isMarked(first)} AND (${m}.mail IS NULL OR ${isMarked(`${m}.mail`)}))`;
}

/** SQL: whether Member `m` signs in by mail and is reached by it. Of who is not, who prepares may note what they say. */
export function isReached(m: string): string {
  return `(${byMail(m)} AND NOT ${isUnreached(m)})`;
}

/** SQL: whether Member `m` wants no mails of a kind. */
export function wantsNone(m: string, kind: MailKind): string {
  return `EXISTS (SELECT 1 FROM MailStop z WHERE z.memberId = ${m}.id AND z.kind = '${kind}')`;
}

/** SQL, in a read of a group: whether Member `m` may act for the central person now. */
export function assists(m: string): string {
  return `EXISTS (SELECT 1 FROM Assistance z WHERE z.assistantId = ${m}.id AND z.groupId = @groupId AND z.until IS NULL)`;
}

/** The same as `byMail`, for acts: who does not sign in by mail. */
export const notByMail = { OR: [{ accountId: null }, { account: { mail: null } }] } satisfies Prisma.MemberWhereInput;
