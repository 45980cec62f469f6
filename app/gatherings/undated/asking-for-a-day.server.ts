import { assists, wantsNone } from "~/groups/belonging";
import { daysAfter } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { dayOf } from "~/platform/wall-clock";
import { mayDo } from "~/policy/table";
import { fewerTokenFor, queue, type Reader } from "../announcing.server";
import { nextOf, standingOf, type UndatedRead } from "./standing";

const circles = query<{ groupId: string; zone: string }>(
  `SELECT DISTINCT u.groupId, c.zone FROM UndatedSeries u
   JOIN "Group" c ON c.id = u.groupId AND c.closedAt IS NULL AND c.erasesAt IS NULL WHERE u.endsOn IS NULL OR u.endsOn >= @today`,
);
const ofCircle = query<UndatedRead>(`${standingOf} AND u.createdAt < @dayAgo ORDER BY u.id`);
/** Who may plan, and who acts for the central person. */
const planners = query<Reader>(
  `SELECT m.id AS memberId, m.name, a.mail, a.language FROM Membership s JOIN Member m ON m.id = s.memberId
   JOIN Account a ON a.id = m.accountId AND a.mail IS NOT NULL AND a.frozenAt IS NULL
   WHERE s.groupId = @groupId AND s.until IS NULL AND (s.role IN (SELECT value FROM json_each(@roles)) OR ${assists("m")}) AND NOT ${wantsNone("m", "dayDue")}
   ORDER BY m.id`,
);

/**
 * Asks who plans to seek a day, of each rhythm without a date for which it is time: one mail for each time that is due,
 * whatever happens to the server. What was missed is made up; who planned it today is looking at it. By night the mails wait.
 * @param now instant in UTC
 */
export async function askForDays(now: string): Promise<void> {
  // A day in UTC is at most one off; what ended yesterday is asked once too often, and found to be over.
  for (const { groupId, zone } of circles.all({ today: dayOf(daysAfter(now, -1), "UTC") })) {
    const today = dayOf(now, zone);
    for (const read of ofCircle.all({ groupId, now, dayAgo: daysAfter(now, -1) })) {
      const next = nextOf(read, { today, zone });
      if (next.kind !== "turn" || !next.due || (read.askedFrom ?? "") >= next.seekFrom) continue;
      try {
        await transaction((tx) => ask(tx, { groupId, now, undatedId: read.id, seekFrom: next.seekFrom }));
      } catch (error) {
        log.error({ error, series: read.id }, "nobody asked to seek a day"); // one that fails keeps no other from its mails
      }
    }
  }
}

interface Asking {
  groupId: string;
  now: string;
  undatedId: string;
  seekFrom: string;
}

/** The row itself is the claim: its time only moves forward. */
async function ask(tx: Transaction, { groupId, now, undatedId, seekFrom }: Asking): Promise<void> {
  const { count } = await tx.undatedSeries.updateMany({
    where: { id: undatedId, OR: [{ askedFrom: null }, { askedFrom: { lt: seekFrom } }] },
    data: { askedFrom: seekFrom },
  });
  if (count === 0) return;
  const roles = JSON.stringify(mayDo["gathering.plan"]);
  for (const reader of planners.all({ groupId, roles })) {
    const data = { undatedId, seekFrom, fewerToken: await fewerTokenFor(tx, { groupId, now }, reader.memberId) };
    await queue(tx, reader, { kind: "dayDue", fact: `${undatedId}:${seekFrom}`, groupId, now, data });
  }
}
