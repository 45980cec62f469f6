import { minutesAfter, notAhead } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { NotNow } from "~/platform/refusal";
import { transaction } from "~/platform/transaction.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Within this time it is still the same visit, and what was new stays new. */
const visitMinutes = 60;

/** Members whose visit is being noted: while the database is busy, their next pages do not queue up behind the first. */
const inHand = new Set<string>();

/** Remembers that a member was here (and nobody who looks through their eyes), for "new since you were here". Not waited for: a page does not fail over it. */
export function noteVisit(viewer: MemberViewer): void {
  if (viewer.lookedThrough) return;
  const { memberId, now } = viewer;
  const seenAt = notAhead(viewer.seenAt, now);
  if (inHand.has(memberId) || (seenAt && seenAt > minutesAfter(now, -visitMinutes))) return;
  inHand.add(memberId);
  transaction((tx) =>
    tx.member.updateMany({
      where: { id: memberId, seenAt: viewer.seenAt },
      data: { seenBeforeAt: seenAt ?? notAhead(viewer.seenBeforeAt, now), seenAt: now },
    }),
  )
    .catch((error: unknown) => log[error instanceof NotNow ? "warn" : "error"]({ error }, "visit not noted"))
    .finally(() => inHand.delete(memberId));
}
