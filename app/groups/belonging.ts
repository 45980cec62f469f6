import type { Prisma } from "~/platform/prisma/client";

/**
 * The memberships that hold now. For acts; reads write the same in SQL. None begins or ends later than it is written, so no
 * moment is compared: a clock that ran ahead and came back would keep in who left, and leave out who came.
 */
export const holding = { until: null } satisfies Prisma.MembershipWhereInput;
