import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { doChores } from "../../app/chores.server";
import { daysAfter, now as moment } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { row } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { type Transaction, transaction } from "../../app/platform/transaction.server";
import { truncateWal } from "../../app/platform/writer.server";
import { filed } from "../census/filed";
import { freshDatabase } from "../database";
import { circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

/** Writes a row of each table that has a period, whose use ended at that moment. */
const used: Record<string, (tx: Transaction, at: string) => Promise<unknown>> = {
  Session: (tx, at) =>
    tx.session.create({ data: { id: newId(), accountId: world.accounts.jan!, createdAt: at, expiresAt: at, device: "phone" } }),
  SignInCode: (tx, at) =>
    tx.signInCode.create({
      data: {
        ...{ id: newId(), mail: "x@kring.example", codeHash: "x", linkHash: newId(), next: "/me", language: "nl" },
        ...{ createdAt: at, expiresAt: at },
      },
    }),
  PasskeyChallenge: (tx, at) => tx.passkeyChallenge.create({ data: { hash: newId(), browser: "x", expiresAt: at } }),
  KnownBrowser: (tx, at) => tx.knownBrowser.create({ data: { browser: newId(), accountId: world.accounts.jan!, at } }),
  WishToJoin: (tx, at) =>
    tx.wishToJoin.create({ data: { id: newId(), groupId: world.groupId, name: "Lieve", relation: "", word: "", at, endedAt: at } }),
  Look: (tx, at) => tx.look.create({ data: { groupId: world.groupId, day: at.slice(0, 10), memberId: world.members.mia, page: newId() } }),
  FormKey: (tx, at) => tx.formKey.create({ data: { key: newId(), whose: "x", to: "/me", createdAt: at } }),
  MailLink: (tx, at) =>
    tx.mailLink.create({
      data: { tokenHash: newId(), purpose: "answer", groupId: world.groupId, memberId: world.members.jan, createdAt: at, expiresAt: at },
    }),
  Reminder: (tx, at) =>
    tx.reminder.create({
      data: { gatheringId: newId(), startsAt: at, memberId: newId(), lead: "day", groupId: newId(), outcome: "queued", at },
    }),
  Digest: (tx, at) => tx.digest.create({ data: { memberId: newId(), month: "2026-11", groupId: newId(), outcome: "none", at } }),
  SeriesChange: async (tx, at) => {
    const { groupId } = world;
    const byId = world.members.mia;
    const meeting = { rule: "FREQ=WEEKLY;BYDAY=TU", firstLocal: "2026-12-01T19:30", zone: "Europe/Brussels", minutes: 90, place: "thuis" };
    const { id } = await tx.series.create({
      data: { id: newId(), groupId, ...meeting, filledTo: "2026-12-01", endsOn: "2026-12-01", byId, createdAt: at },
    });
    await tx.seriesChange.create({ data: { seriesId: id, groupId, sequence: 0, was: "{}", at, byId } });
  },
  OutboxMail: (tx, at) =>
    tx.outboxMail.create({
      data: {
        ...{ id: newId(), dedupeKey: newId(), kind: "signIn", toMail: "x@kring.example", toName: "X", language: "nl", data: "{}" },
        ...{ state: "sent", dueAt: at, messageId: newId(), createdAt: at, endedAt: at },
      },
    }),
};

const withPeriod = Object.entries(filed).flatMap(([table, { kept }]) => (typeof kept === "number" ? [{ table, kept }] : []));

describe("What has had its use", () => {
  it.each(withPeriod)("goes from $table once $kept days are over, and not before", async ({ table, kept }) => {
    const now = moment();
    const write1 = used[table];
    if (!write1) throw new Error(`no row to forget is known for ${table}`);
    // Of a look only its day is known.
    const about = table === "Look" ? 1 : 0.01;
    await transaction((tx) => write1(tx, daysAfter(now, -kept - about)));
    await transaction((tx) => write1(tx, daysAfter(now, -kept + about)));
    await doChores(now);
    expect(row(`SELECT count(*) AS n FROM "${table}"`)).toEqual({ n: 1 });
  });

  it.each(["dropped", "failed"])("goes when it is a mail that was %s", async (state) => {
    await transaction((tx) => used.OutboxMail?.(tx, daysAfter(moment(), -400)) ?? Promise.resolve());
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state } }));
    await doChores(moment());
    expect(row("SELECT count(*) AS n FROM OutboxMail")).toEqual({ n: 0 });
  });

  it("stays when it is a mail that still waits, however old", async () => {
    const long = daysAfter(moment(), -400);
    await transaction((tx) => used.OutboxMail?.(tx, long) ?? Promise.resolve());
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state: "waiting", endedAt: null } }));
    await doChores(moment());
    expect(row("SELECT count(*) AS n FROM OutboxMail")).toEqual({ n: 1 });
  });
});

describe("What is deleted or wiped", () => {
  const inFiles = (text: string) => ["", "-wal"].some((ending) => readFileSync(config().database + ending).includes(text));

  it("is not to be found in the bytes of the database, nor in its log", async () => {
    const secret = `geheim-${"x".repeat(3000)}-einde`;
    await transaction((tx) => tx.formKey.create({ data: { key: "k", whose: secret, to: "/me", createdAt: daysAfter(moment(), -30) } }));
    await transaction((tx) => tx.member.updateMany({ where: { id: world.members.jan }, data: { relation: `verborgen-${secret}` } }));
    await truncateWal();
    expect(inFiles("geheim-x")).toBe(true);
    await transaction((tx) => tx.member.updateMany({ where: { id: world.members.jan }, data: { relation: "" } }));
    await doChores(moment());
    expect(inFiles("geheim-x")).toBe(false);
    expect(inFiles("xxx-einde")).toBe(false);
  });
});
