import { beforeEach, describe, expect, it } from "vitest";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { locked } from "../disk";

beforeEach(freshDatabase);

const save = (key: string) => transaction((tx) => tx.formKey.create({ data: { key, whose: "", to: "/", createdAt: "" } }));
const saved = () => row<{ n: number }>("SELECT count(*) AS n FROM FormKey")?.n;
const busy = { status: "rejected", reason: { status: 503, words: { key: "refusal.busy" } } };

describe("A database that another program does not let go", () => {
  it("says so after some seconds, in words, with nothing changed", async () => {
    await save("before");
    const letGo = locked("IMMEDIATE");
    const begun = performance.now();
    expect(await Promise.allSettled([save("one"), save("two")])).toMatchObject([busy, busy]);
    // Both asked at once, so both have waited once.
    expect(performance.now() - begun).toBeLessThan(15_000);
    letGo();
    await save("after");
    expect(saved()).toBe(2);
  });
});
