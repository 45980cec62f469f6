import type { Prisma } from "~/platform/prisma/client";

/** The memberships that hold at a moment: begun, and not yet ended. For acts; reads write the same in SQL. */
export function holdsAt(now: string): Prisma.MembershipWhereInput {
  return { since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] };
}
