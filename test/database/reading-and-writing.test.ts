import { existsSync, renameSync, statSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { config } from "../../app/platform/config.server";
import { closeReader, query, readStatements, readWithin, registeredQueries, row, rows } from "../../app/platform/query.server";
import { closeWriter, onCommit, transaction } from "../../app/platform/transaction.server";
import { truncateWal } from "../../app/platform/writer.server";
import { complaints } from "../complaints";
import { freshDatabase } from "../database";

beforeEach(freshDatabase);

const save = (key: string) => transaction((tx) => tx.formKey.create({ data: { key, whose: "w", to: "/", createdAt: "" } }));
const keys = query<{ key: string }>("SELECT key FROM FormKey WHERE whose = @whose OR key = @key ORDER BY key");

describe("Reading", () => {
  it("counts its statements, keeps their text for the test of plans, and binds values by name", async () => {
    await save("a");
    await save("b");
    expect(registeredQueries()).toContain(keys.sql);
    const before = readStatements();
    expect(keys.all({ whose: "w", key: "" })).toEqual([{ key: "a" }, { key: "b" }]);
    expect(keys.first({ whose: "", key: "b" })).toEqual({ key: "b" });
    expect(readStatements()).toBe(before + 2);
  });

  it("within a transaction sees what that has written; and is told all that it asks for", async () => {
    const found = await transaction(async (tx) => {
      await tx.formKey.create({ data: { key: "new", whose: "w", to: "/", createdAt: "" } });
      expect(() => readWithin(tx, keys, { whose: "x" })).toThrow("Missing named parameter");
      return readWithin(tx, keys, { whose: "w", key: "" });
    });
    expect(found).toEqual([{ key: "new" }]);
  });

  it("never makes a file, never writes, and says in words when there is none", () => {
    expect(() => rows("DELETE FROM FormKey RETURNING key")).toThrow();
    closeReader();
    const { database } = config();
    renameSync(database, `${database}.away`);
    expect(() => row("SELECT 1")).toThrow(expect.objectContaining({ status: 503, words: { key: "refusal.cannotRead" } }));
    expect(existsSync(database)).toBe(false);
    renameSync(`${database}.away`, database);
    expect(row("SELECT 1 AS one")).toEqual({ one: 1 });
  });

  it("lets a fault of ours be a fault", () => {
    expect(() => row("SELECT whom FROM FormKey")).toThrow("no such column");
  });
});

describe("Writing", () => {
  it("calls back after each act that was saved, until it is told to stop", async () => {
    let called = 0;
    const stop = onCommit(() => (called += 1));
    await save("a");
    await expect(save("a")).rejects.toThrow();
    expect(called).toBe(1);
    stop();
    await save("b");
    expect(called).toBe(1);
  });

  it("never makes a file", async () => {
    await closeWriter();
    const { database } = config();
    renameSync(database, `${database}.away`);
    await expect(save("a")).rejects.toMatchObject({ status: 503, words: { key: "refusal.cannotSave" } });
    expect(existsSync(database)).toBe(false);
    renameSync(`${database}.away`, database);
    expect(complaints()).toHaveLength(1);
    await save("a");
  });

  it("leaves nothing in the write-ahead log when it is emptied; without a writer there is nothing to empty", async () => {
    await save("a");
    const wal = `${config().database}-wal`;
    expect(statSync(wal).size).toBeGreaterThan(0);
    await truncateWal();
    expect(statSync(wal).size).toBe(0);
    await closeWriter();
    await truncateWal();
  });
});
