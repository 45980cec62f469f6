import { minutesAfter, notAhead } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { write } from "~/platform/writing.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Within this time it is still the same visit, and what was new stays new. */
const visitMinutes = 60;

/** Remembers that a member was here, for "new since you were here". Not waited for: a page does not fail over it. */
export function noteVisit(viewer: MemberViewer): void {
  const seenAt = notAhead(viewer.seenAt, viewer.now);
  if (seenAt && seenAt > minutesAfter(viewer.now, -visitMinutes)) return;
  write((tx) =>
    tx.member.updateMany({
      where: { id: viewer.memberId, seenAt: viewer.seenAt },
      data: { seenBeforeAt: seenAt ?? notAhead(viewer.seenBeforeAt, viewer.now), seenAt: viewer.now },
    }),
  ).catch((error: unknown) => log.error({ error }, "visit not noted"));
}
