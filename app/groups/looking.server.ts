import { log } from "~/platform/log.server";
import { NotNow } from "~/platform/refusal";
import { transaction } from "~/platform/transaction.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { LookedAt } from "./looking";

/** The looks of one day that are noted, or being noted: a member who looks again that day costs nothing. */
let noted = { day: "", looks: new Set<string>() };

/**
 * Remembers that somebody looked at a page on this day, for the central person and nobody else. Not that they look
 * themselves, nor who looks through somebody's eyes. Not waited for: a page does not fail over it.
 */
export function noteLook({ groupId, memberId, role, today, lookedThrough }: MemberViewer, page: LookedAt): void {
  if (role === "central" || lookedThrough) return;
  if (noted.day !== today) noted = { day: today, looks: new Set() };
  const { looks } = noted;
  const look = `${memberId} ${page}`;
  if (looks.has(look)) return;
  looks.add(look);
  const row = { groupId, day: today, memberId, page };
  transaction((tx) => tx.look.upsert({ where: { groupId_day_memberId_page: row }, create: row, update: {} })).catch((error: unknown) => {
    looks.delete(look);
    log[error instanceof NotNow ? "warn" : "error"]({ error }, "look not noted");
  });
}
