import { renameSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { config } from "../../app/platform/config.server";
import { healthy } from "../../app/platform/health.server";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { complaints } from "../complaints";
import { freshDatabase } from "../database";
import { disk, locked, mayMount, needsMount } from "../disk";

const pulse = () => row<{ at: string }>("SELECT at FROM Pulse")?.at;
const [first, second, third] = ["2026-12-01T10:00:00.000Z", "2026-12-01T10:00:01.000Z", "2026-12-01T10:00:02.000Z"];

let ahead = 0;
let watch: MockInstance;
const clock = performance.now.bind(performance);
/** A verdict holds for a second: the next one is asked for later. */
const aWhileLater = () => {
  ahead += 1_001;
};

beforeEach(async () => {
  watch = vi.spyOn(performance, "now").mockImplementation(() => clock() + ahead);
  aWhileLater();
  await freshDatabase();
});
afterEach(() => watch.mockRestore());

describe("Kring is well", () => {
  it("when a row was written and is read again, each time anew", async () => {
    expect(await healthy(first)).toBe(true);
    expect(pulse()).toBe(first);
    aWhileLater();
    expect(await healthy(second)).toBe(true);
    expect(pulse()).toBe(second);
  });

  it("for the next second too, without another look, so that asking often does not wear the disk", async () => {
    await transaction(async () => {});
    expect(await healthy(first)).toBe(true);
    ahead += 700;
    expect(await healthy(second)).toBe(true);
    expect(pulse()).toBe(first);
    ahead += 400;
    expect(await healthy(third)).toBe(true);
    expect(pulse()).toBe(third);
  });

  it("not when the file was taken away, and again when it is back", async () => {
    expect(await healthy(first)).toBe(true);
    const { database } = config();
    renameSync(database, `${database}.away`);
    aWhileLater();
    expect(await healthy(second)).toBe(false);
    expect(complaints()).not.toEqual([]);
    renameSync(`${database}.away`, database);
    aWhileLater();
    expect(await healthy(third)).toBe(true);
  });

  it("not when what was written is not what is read", async () => {
    await transaction((tx) => tx.$executeRaw`CREATE TRIGGER stale AFTER UPDATE ON Pulse BEGIN UPDATE Pulse SET at = 'then'; END`);
    expect(await healthy(first)).toBe(true);
    aWhileLater();
    expect(await healthy(second)).toBe(false);
  });

  it("not when somebody else holds the database for longer than two seconds", async () => {
    await transaction(async () => {});
    const letGo = locked("IMMEDIATE");
    const begun = clock();
    const verdict = await healthy(first);
    letGo();
    expect(verdict).toBe(false);
    expect(clock() - begun).toBeGreaterThan(1_900);
    expect(clock() - begun).toBeLessThan(6_000);
  });

  it.skipIf(!mayMount)(`not when the disk has no room for the next backup${needsMount}`, async () => {
    const small = disk(14, config().dataDir);
    try {
      await freshDatabase();
      expect(await healthy(first)).toBe(false);
      expect(pulse()).toBe(first);
      small.resize(40);
      expect(statfsSync(dirname(config().database)).bavail).toBeGreaterThan(0);
      aWhileLater();
      expect(await healthy(second)).toBe(true);
    } finally {
      await freshDatabase();
      small.close();
    }
  });
});
