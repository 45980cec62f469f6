import { fewerTokenFor, queue, type Reader } from "~/gatherings/announcing.server";
import { wantsNone } from "~/groups/belonging";
import { quietNow } from "~/mail/quiet-hours";
import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { monthBefore, type ToldMonth, toldMonth } from "./months";
import { readerOfMonth, whatHappened } from "./what-happened.server";

/** Where a month is over first: what is asked is asked of that month, and the others wait until it is over there as well. */
const firstZone = "Pacific/Kiritimati";

// What was found to be nothing, or too late, by a clock that ran ahead is looked at again.
const untold = query<{ groupId: string; zone: string }>(
  `SELECT c.id AS groupId, c.zone FROM "Group" c WHERE c.erasesAt IS NULL AND c.closedAt IS NULL
     AND (NOT EXISTS (SELECT 1 FROM Digest d WHERE d.groupId = c.id AND d.month = @month)
       OR EXISTS (SELECT 1 FROM Digest d WHERE d.groupId = c.id AND d.month = @month AND d.outcome <> 'queued' AND d.at > @now))`,
);
const people = query<{ memberId: string; name: string; mail: string | null; language: string | null; stopped: 0 | 1 }>(
  `SELECT m.id AS memberId, m.name, a.mail, a.language, ${wantsNone("m", "digest")} AS stopped
   FROM Membership s JOIN Member m ON m.id = s.memberId LEFT JOIN Account a ON a.id = m.accountId AND a.frozenAt IS NULL
   WHERE s.groupId = @groupId AND s.until IS NULL ORDER BY m.id`,
);

/** `none`: nothing happened that they may read, or they get no such mail. */
type Outcome = "queued" | "none" | "tooLate";

/** Somebody, and what became of their mail about a month; with a reader when there is one to write. */
interface Told {
  memberId: string;
  outcome: Outcome;
  reader?: Reader;
}

/**
 * Tells each circle of the month that is over, when something happened, and notes it of everybody in the same transaction as
 * their mails: a turn that was missed is made up for during a week, two servers or a clock set back tell nobody twice.
 * Nothing is remembered between two turns.
 * @param now instant in UTC
 */
export async function tellOfMonth(now: string): Promise<void> {
  const month = monthBefore(now, firstZone);
  for (const { groupId, zone } of untold.all({ month, now })) {
    const told = toldMonth(month, zone);
    if (now < told.due || (now < told.useless && quietNow(now, zone))) continue;
    try {
      const all = people.all({ groupId }).map((one) => outcomeOf(one, told, now));
      await transaction((tx) => note(tx, groupId, month, all, now));
    } catch (error) {
      log.error({ error, groupId }, "no digest"); // one that fails keeps no other circle from its mails
    }
  }
}

function outcomeOf(
  { memberId, name, mail, language, stopped }: ReturnType<typeof people.all>[number],
  month: ToldMonth,
  now: string,
): Told {
  if (now >= month.useless) return { memberId, outcome: "tooLate" };
  const viewer = mail && !stopped ? readerOfMonth(memberId, now) : null;
  if (!mail || !viewer || whatHappened(viewer, month).lines.length === 0) return { memberId, outcome: "none" };
  return { memberId, outcome: "queued", reader: { memberId, name, mail, language: language ?? viewer.language } };
}

async function note(tx: Transaction, groupId: string, month: string, all: Told[], now: string): Promise<void> {
  if ((await tx.group.count({ where: { id: groupId, closedAt: null, erasesAt: null } })) === 0) return;
  await tx.digest.deleteMany({ where: { groupId, month, outcome: { not: "queued" }, at: { gt: now } } });
  const done = new Set((await tx.digest.findMany({ where: { groupId, month } })).map(({ memberId }) => memberId));
  const rest = all.filter(({ memberId }) => !done.has(memberId));
  await tx.digest.createMany({ data: rest.map(({ memberId, outcome }) => ({ memberId, month, groupId, outcome, at: now })) });
  for (const { reader } of rest) {
    if (!reader) continue;
    const fewerToken = await fewerTokenFor(tx, { groupId, now }, reader.memberId);
    await queue(tx, reader, { kind: "digest", fact: month, groupId, now, data: { month, fewerToken } });
  }
}
