import { afterEach, beforeEach, expect, it } from "vitest";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";

let turns = 0;
let next: NodeJS.Immediate;
/** Whatever else the server does (a page, a mail) gets its turn when this does. */
const turn = () => {
  turns += 1;
  next = setImmediate(turn);
};

beforeEach(async () => {
  await freshDatabase();
  turn();
});
afterEach(() => clearImmediate(next));

it("Between two acts that wait in line, the rest of the server gets its turn, also after an act that was refused", async () => {
  const at: number[] = [];
  const acts = Array.from({ length: 12 }, (_, place) =>
    transaction(async (tx) => {
      at.push(turns);
      await tx.organisation.create({ data: { id: newId(), name: `Plan ${place}`, createdAt: "2026-01-01T00:00:00.000Z" } });
      if (place % 3 === 0) throw new Error("refused");
    }).catch(() => {}),
  );
  await Promise.all(acts);
  expect(at).toHaveLength(12);
  expect(new Set(at).size).toBe(12);
});
