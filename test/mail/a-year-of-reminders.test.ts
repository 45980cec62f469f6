import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { config } from "../../app/platform/config.server";
import { closeReader, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { closeWriter, transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { dice } from "../dice";
import { openPostOffice, type PostOffice } from "./post-office";

/** CIRCLES=… for more circles, SEED=… for another year. */
const groups = Number(process.env.CIRCLES ?? 50);
const seed = Number(process.env.SEED ?? 20_261_127);
const { next: random, oneOf } = dice(seed);
const pick = <Value>(values: readonly Value[]): Value => oneOf(values) as Value;

const hour = 3_600_000;
const zones = ["Europe/Brussels", "Europe/Brussels", "Europe/Brussels", "America/New_York"] as const;
const hours = ["19:30", "14:00", "20:15", "09:30", "22:00", "07:30"] as const;
const wishes = ["week", "day", "hours", "none"] as const;

interface Gathering {
  id: string;
  zone: string;
  startLocal: string;
  startsAt: number;
}
interface Member {
  id: string;
  groupId: string;
  mail: string;
  wish: (typeof wishes)[number];
}

const folder = join(import.meta.dirname, "../../node_modules/.simulated-server");
let office: PostOffice;
let server: ChildProcess | undefined;
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "~": join(import.meta.dirname, "../../app") } },
    esbuild: { jsx: "automatic" },
    ssr: { noExternal: ["rrule"] },
    build: { ssr: join(import.meta.dirname, "simulated-server.ts"), outDir: folder, emptyOutDir: true, minify: false },
  });
  await freshDatabase();
  office = await openPostOffice();
});
afterAll(async () => {
  server?.kill("SIGKILL");
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The server starts, when it is not there. */
async function started(): Promise<ChildProcess> {
  if (server?.connected) return server;
  const env = { ...process.env, DATA_DIR: config().dataDir, SMTP_URL: office.url, LOG_LEVEL: "silent", VITEST: "" };
  const child = fork(join(folder, "simulated-server.js"), { env, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise((ready, fail) => {
    child.once("message", ready);
    child.once("exit", (code) => fail(new Error(`the server ended at its start: ${code}`)));
  });
  server = child;
  return child;
}

/** One turn of the server at a moment; with `killed`, it is killed somewhere in it. */
async function turn(now: number, killed: boolean): Promise<void> {
  const child = await started();
  const over = new Promise<void>((done) => {
    const ended = () => {
      child.off("message", ended).off("exit", ended);
      done();
    };
    child.on("message", ended).on("exit", ended);
  });
  child.send(new Date(now).toISOString());
  if (killed) setTimeout(() => child.kill("SIGKILL"), random() * 60);
  await over;
  if (!killed) return;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
  }
  server = undefined;
}

/** Circles that meet every six weeks for a year, each at its own hour, with four members who each chose otherwise. */
async function circles(from: string): Promise<{ gatherings: Gathering[]; members: Member[] }> {
  const gatherings: Gathering[] = [];
  const members: Member[] = [];
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
        members.push({ id, groupId, mail, wish });
      }
      const byId = members.at(-1)?.id ?? "";
      for (let nth = 0; nth < 8; nth += 1) {
        const day = Temporal.PlainDate.from(from).add({ days: 10 + nth * 45 + Math.floor(random() * 20) });
        const startLocal = `${day}T${time}`;
        const startsAt = Temporal.PlainDateTime.from(startLocal).toZonedDateTime(zone).epochMilliseconds;
        const id = newId();
        await tx.gathering.create({
          data: {
            ...{ id, groupId, startLocal, zone, startsAt: new Date(startsAt).toISOString(), minutes: 120, place: "thuis", byId },
            createdAt: at,
          },
        });
        gatherings.push({ id, zone, startLocal, startsAt });
      }
    });
  return { gatherings, members };
}

it("In a year with kill -9, a clock that jumps and a mail server that is down half of the time, each reminder goes once or is too late", async () => {
  const { gatherings, members } = await circles("2026-03-01");
  closeReader();
  await closeWriter();
  const first = Date.parse("2026-03-01T00:00:00Z");
  const last = first + 390 * 24 * hour;

  /** When each message was first delivered, by the clock that the server had. */
  const seen = new Map<string, { at: number; raw: string; to: string; text: string }>();
  const differing: string[] = [];
  const count = { turns: 0, kills: 0, jumps: 0, down: 0, again: 0 };
  const look = (at: number) => {
    for (const { mail, raw, to } of office.delivered.splice(0)) {
      const id = mail.messageId ?? "";
      const before = seen.get(id);
      if (!before) seen.set(id, { at, raw, to: to[0] ?? "", text: mail.text ?? "" });
      else {
        count.again += 1;
        if (before.raw !== raw) differing.push(id);
      }
    }
  };

  let jump = 0;
  let jumpUntil = 0;
  let moodUntil = 0;
  let down = false;
  for (let time = first; time < last; time += Math.round((20 + random() * 180) * 60_000)) {
    count.turns += 1;
    if (time > jumpUntil) {
      if (jump === 0 && random() < 0.004) {
        jump = pick([hour, -hour, 72 * hour, -72 * hour]);
        count.jumps += 1;
        jumpUntil = time + random() * 24 * hour;
      } else jump = 0;
    }
    if (time > moodUntil) {
      down = !down;
      moodUntil = time + random() * 24 * hour;
      office.be(down ? pick([{ refuses: 451 }, { refuses: 421, at: "MAIL" as const }, "hangsUpAfterData" as const]) : "kind");
    }
    if (down) count.down += 1;
    const killed = random() < 0.004;
    if (killed) count.kills += 1;
    await turn(time + jump, killed);
    look(time + jump);
  }
  office.be("kind");
  await turn(last, false);
  look(last);

  // What became of each: by the letters that arrived, and for what did not, by what the database says.
  const tooLate = new Set(
    rows<{ key: string }>(
      `SELECT gatheringId || memberId AS key FROM Reminder WHERE outcome = 'tooLate'
       UNION ALL SELECT r.gatheringId || r.memberId FROM Reminder r JOIN OutboxMail o
         ON o.dedupeKey = 'reminder:' || r.gatheringId || ':' || r.startsAt || ':' || r.lead || ':' || r.memberId
       WHERE o.state = 'dropped' AND o.reason = 'too late to be of use'`,
    ).map(({ key }) => key),
  );
  const groupOf = new Map(
    rows<{ id: string; groupId: string }>("SELECT id, groupId FROM Gathering").map(({ id, groupId }) => [id, groupId]),
  );
  const inWords = new Intl.DateTimeFormat("nl-BE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const faults: string[] = [];
  let sent = 0;
  let late = 0;
  for (const gathering of gatherings)
    for (const member of members.filter(({ groupId }) => groupId === groupOf.get(gathering.id))) {
      const day = inWords.format(new Date(`${gathering.startLocal.slice(0, 10)}T12:00:00Z`));
      const mine = [...seen.values()].filter(({ to, text }) => to === member.mail && text.includes(day));
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
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(gathering.zone);
        const start = Temporal.PlainDateTime.from(gathering.startLocal).toZonedDateTime(gathering.zone);
        const asked = start.subtract({ week: { days: 7 }, day: { days: 1 }, hours: { hours: 2 } }[member.wish]);
        if (shown.hour < 8 || shown.hour >= 21) faults.push(`${about} at night, at ${shown}`);
        if (at >= gathering.startsAt) faults.push(`${about} after it began, at ${shown}`);
        if (at < asked.epochMilliseconds && asked.hour >= 8 && asked.hour < 21) faults.push(`${about} too soon, at ${shown}`);
        if (at < asked.subtract({ hours: 13 }).epochMilliseconds) faults.push(`${about} far too soon, at ${shown}`);
      }
    }
  process.stdout.write(
    `A year of ${groups} circles (seed ${seed}): ${gatherings.length * 3} reminders due, ${sent} sent once, ${late} too late; ` +
      `${count.turns} turns, ${count.kills} kills, ${count.jumps} jumps of the clock, mail down in ${count.down} turns, ${count.again} messages said twice with the same id\n`,
  );
  expect(faults).toEqual([]);
  expect(differing).toEqual([]);
  expect(sent + late).toBe(gatherings.length * 3);
  expect(count.kills).toBeGreaterThan(10);
  expect(sent).toBeGreaterThan(late * 2);
}, 600_000);
