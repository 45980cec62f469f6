import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { closeReader, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { closeWriter, transaction } from "../../app/platform/transaction.server";
import { dice } from "../dice";
import { live, type Seen, withSimulatedServer } from "./simulated-year";

/** CIRCLES=… for more circles, SEED=… for another year. */
const groups = Number(process.env.CIRCLES ?? 50);
const seed = Number(process.env.SEED ?? 20_261_127);
const chance = dice(seed);
const random = chance.next;
const pick = <Value>(values: readonly Value[]): Value => chance.oneOf(values) as Value;

const hour = 3_600_000;
const zones = ["Europe/Brussels", "Europe/Brussels", "Europe/Brussels", "America/New_York"] as const;
const hours = ["19:30", "14:00", "20:15", "09:30", "22:00", "07:30"] as const;
const wishes = ["week", "day", "hours", "none"] as const;

interface Gathering {
  id: string;
  groupId: string;
  zone: string;
  startLocal: string;
  startsAt: number;
}
interface Member {
  id: string;
  groupId: string;
  zone: string;
  mail: string;
  wish: (typeof wishes)[number];
}

withSimulatedServer();

/**
 * Circles that meet every six weeks for a year, each at its own hour, with four members who each chose otherwise; that seek a
 * day twice a year besides, and in which something worth a mail happens now and then.
 */
async function circles(from: string) {
  const gatherings: Gathering[] = [];
  const members: Member[] = [];
  /** Circle and month, `YYYY-MM`, of which there is something to tell. */
  const eventful: { groupId: string; month: string }[] = [];
  const at = new Date(Date.parse(`${from}T12:00:00Z`) - 400 * 24 * hour).toISOString();
  for (let group = 0; group < groups; group += 1)
    await transaction(async (tx) => {
      const [groupId, zone, time] = [newId(), pick(zones), pick(hours)];
      await tx.group.create({ data: { id: groupId, startedById: newId(), zone, createdAt: at } });
      for (const wish of wishes) {
        const [id, accountId, mail] = [newId(), newId(), `${wish}-${group}@kring.example`];
        await tx.account.create({ data: { id: accountId, name: wish, mail, createdAt: at } });
        await tx.member.create({ data: { id, groupId, accountId, name: wish, mail, hue: 1, createdAt: at } });
        const role = wish === "week" ? "central" : "member";
        await tx.membership.create({ data: { id: newId(), groupId, memberId: id, role, since: at } });
        if (wish === "none") await tx.mailStop.create({ data: { groupId, memberId: id, kind: "reminder", at } });
        else await tx.reminderWish.create({ data: { groupId, memberId: id, lead: wish, at } });
        members.push({ id, groupId, zone, mail, wish });
      }
      const byId = members.at(-1)?.id ?? "";
      const rest = { minutes: 120, place: "thuis", byId, createdAt: at };
      for (let nth = 0; nth < 8; nth += 1) {
        const day = Temporal.PlainDate.from(from).add({ days: 10 + nth * 45 + Math.floor(random() * 20) });
        const startLocal = `${day}T${time}`;
        const startsAt = Temporal.PlainDateTime.from(startLocal).toZonedDateTime(zone).epochMilliseconds;
        const id = newId();
        await tx.gathering.create({ data: { id, groupId, startLocal, zone, startsAt: new Date(startsAt).toISOString(), ...rest } });
        gatherings.push({ id, groupId, zone, startLocal, startsAt });
      }
      await tx.undatedSeries.create({ data: { id: newId(), groupId, timesAYear: 2, since: from, ...rest } });
      for (let nth = 0; nth < 12; nth += 1) {
        if (random() < 0.75) continue;
        const day = Temporal.PlainDate.from(from).add({ months: nth, days: 2 + Math.floor(random() * 24) });
        const happened = { groupId, byId: newId(), byName: "Els", audience: "everyone" };
        const detail = JSON.stringify({ name: "" });
        await tx.storyLine.create({ data: { id: newId(), at: `${day}T12:00:00.000Z`, kind: "handedOver", ...happened, detail } });
        eventful.push({ groupId, month: day.toString().slice(0, 7) });
      }
    });
  return { gatherings, members, eventful };
}

type Circles = Awaited<ReturnType<typeof circles>>;

const monthOf = new Intl.DateTimeFormat("nl-BE", { month: "long", timeZone: "UTC" });
const dayOf = new Intl.DateTimeFormat("nl-BE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const byNight = (shown: Temporal.ZonedDateTime) => shown.hour < 8 || shown.hour >= 21;
const shownAt = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** Of each gathering and each who wants to hear of it: one letter, at the hour they asked for, or a note that it was too late. */
function remindersOf({ gatherings, members }: Circles, letters: readonly Seen[]) {
  // What became of each: by the letters that arrived, and for what did not, by what the database says.
  const tooLate = new Set(
    rows<{ key: string }>(
      `SELECT gatheringId || memberId AS key FROM Reminder WHERE outcome = 'tooLate'
       UNION ALL SELECT r.gatheringId || r.memberId FROM Reminder r JOIN OutboxMail o
         ON o.dedupeKey = 'reminder:' || r.gatheringId || ':' || r.startsAt || ':' || r.lead || ':' || r.memberId
       WHERE o.state = 'dropped' AND o.reason = 'too late to be of use'`,
    ).map(({ key }) => key),
  );
  const faults: string[] = [];
  let [sent, late] = [0, 0];
  for (const gathering of gatherings)
    for (const member of members.filter(({ groupId }) => groupId === gathering.groupId)) {
      const day = dayOf.format(new Date(`${gathering.startLocal.slice(0, 10)}T12:00:00Z`));
      const mine = letters.filter(({ to, subject, text }) => to === member.mail && !subject.includes("nieuws uit") && text.includes(day));
      const about = `${member.wish} before ${gathering.startLocal} in ${gathering.zone}: ${mine.length}`;
      if (member.wish === "none") {
        if (mine.length > 0) faults.push(`${about} to who wants none`);
        continue;
      }
      const isLate = tooLate.has(gathering.id + member.id);
      if (mine.length > 1 || (mine.length === 0 && !isLate)) faults.push(`${about} sent, too late: ${isLate}`);
      if (mine.length === 0) late += 1;
      for (const { at } of mine) {
        sent += 1;
        const shown = shownAt(at, gathering.zone);
        const start = Temporal.PlainDateTime.from(gathering.startLocal).toZonedDateTime(gathering.zone);
        const asked = start.subtract({ week: { days: 7 }, day: { days: 1 }, hours: { hours: 2 } }[member.wish]);
        if (byNight(shown)) faults.push(`${about} at night, at ${shown}`);
        if (at >= gathering.startsAt) faults.push(`${about} after it began, at ${shown}`);
        if (at < asked.epochMilliseconds && asked.hour >= 8 && asked.hour < 21) faults.push(`${about} too soon, at ${shown}`);
        if (at < asked.subtract({ hours: 13 }).epochMilliseconds) faults.push(`${about} far too soon, at ${shown}`);
      }
    }
  return { faults, sent, late };
}

/** Of each month in which something happened, and to each of the circle: one letter in the first week of the next, or a note that it was too late. */
function digestsOf({ members, eventful }: Circles, letters: readonly Seen[]) {
  const tooLate = new Set(
    rows<{ key: string }>(
      `SELECT month || memberId AS key FROM Digest WHERE outcome = 'tooLate'
       UNION ALL SELECT d.month || d.memberId FROM Digest d JOIN OutboxMail o ON o.dedupeKey = 'digest:' || d.month || ':' || d.memberId
       WHERE o.state = 'dropped' AND o.reason = 'too late to be of use'`,
    ).map(({ key }) => key),
  );
  const faults: string[] = [];
  let [sent, late] = [0, 0];
  const told = letters.filter(({ subject }) => subject.includes("nieuws uit"));
  for (const { groupId, month } of eventful)
    for (const { id, zone, mail, wish } of members.filter((member) => member.groupId === groupId)) {
      const name = monthOf.format(new Date(`${month}-15T12:00:00Z`));
      const mine = told.filter(({ to, subject }) => to === mail && subject.toLowerCase().startsWith(name));
      const about = `${month} to ${wish} in ${zone}: ${mine.length}`;
      if (mine.length > 1 || (mine.length === 0 && !tooLate.has(month + id))) faults.push(`${about} sent`);
      if (mine.length === 0) late += 1;
      for (const { at } of mine) {
        sent += 1;
        const shown = shownAt(at, zone);
        const next = Temporal.PlainYearMonth.from(month).add({ months: 1 });
        if (byNight(shown)) faults.push(`${about} at night, at ${shown}`);
        if (!shown.toPlainDate().toPlainYearMonth().equals(next) || shown.day > 7)
          faults.push(`${about} not in the week after, at ${shown}`);
      }
    }
  if (told.length !== sent) faults.push(`${told.length - sent} of months in which nothing happened`);
  return { faults, sent, late };
}

/** Of each time at which a day is to be sought: one letter to the one who plans, never by night. */
function daysDueOf({ members }: Circles, letters: readonly Seen[]) {
  const faults: string[] = [];
  const due = letters.filter(({ subject }) => subject.startsWith("Tijd om een datum te zoeken"));
  for (const { wish, mail, zone } of members) {
    const mine = due.filter(({ to }) => to === mail);
    if (wish === "week" ? mine.length === 0 : mine.length > 0) faults.push(`${mine.length} days due to ${wish}`);
    if (new Set(mine.map(({ subject }) => subject)).size !== mine.length) faults.push(`the same day due twice to ${mail}`);
    for (const { at } of mine) if (byNight(shownAt(at, zone))) faults.push(`a day due at night, at ${shownAt(at, zone)}`);
  }
  return { faults, sent: due.length };
}

it("In a year with kill -9, a clock that jumps and a mail server that is down half of the time, each mail goes once or is too late", async () => {
  const there = await circles("2026-03-01");
  closeReader();
  await closeWriter();
  const first = Date.parse("2026-03-01T00:00:00Z");
  const { letters, differing, count } = await live(first, first + 390 * 24 * hour, chance);

  const reminders = remindersOf(there, letters);
  const digests = digestsOf(there, letters);
  const days = daysDueOf(there, letters);
  const dueOnce = there.gatherings.length * 3;
  process.stdout.write(
    `A year of ${groups} circles (seed ${seed}): ${dueOnce} reminders due, ${reminders.sent} sent once, ${reminders.late} too late; ` +
      `${there.eventful.length * 4} mails of a month, ${digests.sent} sent once, ${digests.late} too late; ${days.sent} times a day was due; ` +
      `${count.turns} turns, ${count.kills} kills, ${count.jumps} jumps of the clock, mail down in ${count.down} turns, ${count.again} messages said twice with the same id\n`,
  );
  expect([...reminders.faults, ...digests.faults, ...days.faults]).toEqual([]);
  expect(differing).toEqual([]);
  expect([reminders.sent + reminders.late, digests.sent + digests.late]).toEqual([dueOnce, there.eventful.length * 4]);
  expect(count.kills).toBeGreaterThan(10);
  expect(reminders.sent).toBeGreaterThan(reminders.late * 2);
  expect(digests.sent).toBeGreaterThan(digests.late * 2);
}, 600_000);
