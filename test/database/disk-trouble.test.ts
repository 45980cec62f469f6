import { renameSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { endSession, openSession, whoHolds } from "../../app/accounts/sessions.server";
import { accountFor } from "../../app/accounts/signing-in.server";
import { config } from "../../app/platform/config.server";
import { healthy } from "../../app/platform/health.server";
import { row } from "../../app/platform/query.server";
import { closeWriter, transaction } from "../../app/platform/transaction.server";
import { complaints } from "../complaints";
import { freshDatabase } from "../database";
import { disk, locked, mayMount, needsMount, readOnly } from "../disk";

beforeEach(freshDatabase);

let keys = 0;
/** Saves something of so many kB. */
const save = (kB = 1) =>
  transaction(async (tx) => {
    keys += 1;
    await tx.formKey.create({ data: { key: `${keys}`, whose: "x".repeat(kB * 1024), to: "/", createdAt: "" } });
  });
const saved = () => row<{ n: number }>("SELECT count(*) AS n FROM FormKey")?.n;
const cannotSave = { status: 503, words: { key: "refusal.cannotSave" } };

/** The operator reads it in the log, each time. */
const toldTheOperator = () => expect(complaints()).toContainEqual(expect.stringContaining("the database can't be written"));

describe("A database that another program holds", () => {
  it("is read all the while, and written as soon as it is let go, by acts that give up their turn", async () => {
    await save();
    const letGo = locked("EXCLUSIVE");
    const waiting = Promise.all([save(), save(), save()]);
    expect(saved()).toBe(1);
    // It is let go by a timer of this very process, which could not run if a write kept it waiting.
    await new Promise((done) => setTimeout(done, 200));
    expect(saved()).toBe(1);
    letGo();
    await waiting;
    expect(saved()).toBe(4);
  });

  it("holds up no page that ends a session or lengthens one: the cookie opens nothing from that moment", async () => {
    const cookie = await someoneSignedIn();
    await transaction((tx) => tx.session.updateMany({ data: { expiresAt: new Date(Date.now() + 86_400_000).toISOString() } }));
    const letGo = locked("IMMEDIATE");
    const held = await whoHolds(cookie);
    expect(held.person).not.toBeNull();
    expect(held.setCookie).toContain("kring=");
    expect(await endSession(held.sessionId ?? "")).toContain("Max-Age=0");
    expect((await whoHolds(cookie)).person).toBeNull();
    expect(row("SELECT 1 AS one FROM Session")).toBeDefined();
    letGo();
    await vi.waitFor(() => expect(row("SELECT 1 AS one FROM Session")).toBeUndefined());
  });
});

async function someoneSignedIn(): Promise<string> {
  const { id } = await transaction((tx) => accountFor(tx, "fatima@kring.example", "nl", new Date().toISOString()));
  return (await openSession(id, "")).split(";")[0] ?? "";
}

describe("A database file that was taken away", () => {
  it("takes nothing more that would be gone with the next start, and goes on when it is back", async () => {
    await save();
    expect(saved()).toBe(1);
    const { database } = config();
    renameSync(database, `${database}.away`);
    await expect(save()).rejects.toMatchObject(cannotSave);
    expect(saved()).toBe(1);
    expect(await healthy("2026-12-01T10:00:00.000Z")).toBe(false);
    toldTheOperator();
    renameSync(`${database}.away`, database);
    await save();
    expect(saved()).toBe(2);
  });
});

describe(`A disk${needsMount}`, () => {
  it.skipIf(!mayMount)("that is full takes nothing, says so, loses nothing, and is used again when there is room", async () => {
    const small = disk(3, config().dataDir);
    try {
      await freshDatabase();
      let confirmed = 0;
      const filling = async () => {
        for (;;) {
          await save(64);
          confirmed += 1;
        }
      };
      await expect(filling()).rejects.toMatchObject(cannotSave);
      await expect(save(64)).rejects.toMatchObject(cannotSave);
      expect(saved()).toBe(confirmed);
      expect(confirmed).toBeGreaterThan(3);
      toldTheOperator();
      small.resize(20);
      await save(64);
      expect(saved()).toBe(confirmed + 1);
    } finally {
      await freshDatabase();
      small.close();
    }
  });

  it.skipIf(!mayMount)("that is read-only takes nothing and says so; a start that failed is tried again", async () => {
    await save();
    await closeWriter();
    const undo = readOnly(config().dataDir);
    try {
      await expect(save()).rejects.toMatchObject(cannotSave);
      await expect(save()).rejects.toMatchObject(cannotSave);
      toldTheOperator();
    } finally {
      undo();
    }
    await save();
    expect(saved()).toBe(2);
  });
});
