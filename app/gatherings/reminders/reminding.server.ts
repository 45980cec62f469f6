import { wantsNone } from "~/groups/belonging";
import { quietNow } from "~/mail/quiet-hours";
import { daysAfter, later, notAhead } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { announceReminder } from "../announcing.server";
import { said } from "../asking-again";
import { type Lead, onTheirClock, reminderDue, reminderUseless, usualLead } from "./leads";

/** A gathering that is near, and somebody to remind of it. */
interface Ahead {
  gatheringId: string;
  groupId: string;
  startLocal: string;
  startsAt: string;
  zone: string;
  /** Where they live by the clock, if they said so. */
  ownZone: string | null;
  sequence: number;
  /** When they were told of it last: it was planned, moved, let go on. */
  toldAt: string;
  memberId: string;
  name: string;
  mail: string;
  language: string;
  lead: Lead;
  chosenAt: string | null;
}

/** A week, and the night before it. */
const daysAhead = 8;
/** Of what began since a turn some days ago it is noted that its reminders are too late. */
const daysPast = 4;

/** SQL: when gathering `g` was changed last by people. That the circle follows another clock says nothing of it that they don't know. */
const changedByPeople = `CASE WHEN EXISTS (SELECT 1 FROM StoryLine l WHERE l.groupId = g.groupId AND l.at = g.changedAt AND l.kind = 'zoneMoved')
  THEN '' ELSE coalesce(g.changedAt, '') END`;

// Who said no is not reminded, nor who wants no reminders. What was found too late by a clock that ran ahead is looked at again.
const ahead = query<Ahead>(
  `SELECT g.id AS gatheringId, g.groupId, g.startLocal, g.startsAt, g.zone, g.sequence, max(g.createdAt, ${changedByPeople}) AS toldAt,
     m.id AS memberId, m.name, m.zone AS ownZone, a.mail, a.language, coalesce(w.lead, '${usualLead}') AS lead, w.at AS chosenAt
   FROM Gathering g JOIN "Group" c ON c.id = g.groupId AND c.closedAt IS NULL AND c.erasesAt IS NULL
   JOIN Membership s ON s.groupId = g.groupId AND s.until IS NULL
   JOIN Member m ON m.id = s.memberId JOIN Account a ON a.id = m.accountId AND a.mail IS NOT NULL AND a.frozenAt IS NULL
   LEFT JOIN ReminderWish w ON w.memberId = m.id
   WHERE g.startsAt > @from AND g.startsAt <= @until AND g.cancelledAt IS NULL
     AND NOT ${wantsNone("m", "reminder")}
     AND NOT EXISTS (SELECT 1 FROM Response r WHERE r.gatheringId = g.id AND r.memberId = m.id AND ${said("r")} = 'no')
     AND NOT EXISTS (SELECT 1 FROM Reminder d WHERE d.gatheringId = g.id AND d.startsAt = g.startsAt AND d.memberId = m.id
       AND d.lead = coalesce(w.lead, '${usualLead}') AND (d.outcome = 'queued' OR d.at <= @now))
   ORDER BY g.startsAt, g.id, m.id`,
);

/**
 * Reminds whoever is to be reminded at this moment, and notes it in the same transaction as the mail: a turn that was missed
 * (a restart, a slow day) is made up for as long as it is of use, two servers or a clock set back remind nobody twice, and
 * what has become too late is noted as that. Nothing is remembered between two turns.
 * @param now instant in UTC
 */
export async function remind(now: string): Promise<void> {
  for (const all of byGathering(ahead.all({ now, from: daysAfter(now, -daysPast), until: daysAfter(now, daysAhead) }))) {
    const due = all.flatMap((one) => {
      const outcome = outcomeOf(one, now);
      return outcome ? [{ ...one, outcome }] : [];
    });
    if (due.length === 0) continue;
    try {
      await transaction((tx) => note(tx, due, now));
    } catch (error) {
      log.error({ error, gathering: due[0]?.gatheringId }, "nobody reminded"); // one that fails keeps no other from its reminders
    }
  }
}

type Outcome = "queued" | "tooLate";

/** What is to be done at this moment; null while there is nothing to do, or never was: they chose this, or heard of the gathering, later. */
function outcomeOf(one: Ahead, now: string): Outcome | null {
  const theirs = onTheirClock(one, one.ownZone);
  const due = reminderDue(one.lead, theirs);
  if (due > now) return null;
  const [told, chosen] = [notAhead(one.toldAt, now), notAhead(one.chosenAt, now)];
  if (due <= later(told ?? "", chosen ?? "")) return null;
  if (now >= reminderUseless(one.lead, theirs)) return "tooLate";
  return quietNow(now, theirs.zone) ? null : "queued";
}

async function note(tx: Transaction, due: (Ahead & { outcome: Outcome })[], now: string): Promise<void> {
  const [first] = due;
  if (!first) return;
  const { gatheringId, groupId, startsAt, sequence } = first;
  const still = await tx.gathering.findFirst({ where: { id: gatheringId, groupId, sequence, cancelledAt: null }, select: { id: true } });
  if (!still) return;
  await tx.reminder.deleteMany({ where: { gatheringId, startsAt, outcome: "tooLate", at: { gt: now } } });
  const done = await tx.reminder.findMany({ where: { gatheringId, startsAt }, select: { memberId: true, lead: true } });
  for (const { memberId, name, mail, language, lead, outcome } of due) {
    if (done.some((one) => one.memberId === memberId && one.lead === lead)) continue;
    await tx.reminder.create({ data: { gatheringId, startsAt, memberId, lead, groupId, outcome, at: now } });
    if (outcome === "queued")
      await announceReminder(tx, { memberId, name, mail, language }, { id: gatheringId, groupId, now, sequence, startsAt, lead });
  }
}

/** The rows of each gathering together: they come sorted by it. */
function byGathering(rows: Ahead[]): Ahead[][] {
  const found: Ahead[][] = [];
  for (const one of rows) {
    const last = found.at(-1);
    if (last?.[0]?.gatheringId === one.gatheringId) last.push(one);
    else found.push([one]);
  }
  return found;
}
