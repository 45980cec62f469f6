import { beforeEach, describe, expect, it } from "vitest";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { yearOf } from "../../app/gatherings/year.server";
import { readStatements, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
let world: World;
const fatima = (at = now) => as(world, "fatima", at);
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  const form = seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" });
  await planSeries(as(world, "mia", now), form, null);
});

describe("A year on a page", () => {
  it("has twelve months, each with what it holds, also what is off, and what is past marked so", async () => {
    const march = rows<{ id: string }>("SELECT id FROM Gathering WHERE startLocal LIKE '2027-03%'")[0]?.id ?? "";
    await cancelGathering(as(world, "mia", now), march, null);
    const { months, count, year } = yearOf(fatima("2027-02-15T09:00:00.000Z"), "2027");
    expect([year, months.length, count]).toEqual([2027, 12, 11]);
    expect(months[2]?.gatherings).toMatchObject([{ id: march, startLocal: "2027-03-02T19:30", cancelled: true, past: false }]);
    expect(months.flatMap(({ gatherings }) => gatherings.map(({ past }) => past)).filter(Boolean)).toHaveLength(2);
  });

  it("goes to the years beside it in which there is something, for two statements; anything else is this year", () => {
    const viewer = fatima();
    const before = readStatements();
    expect(yearOf(viewer, null)).toMatchObject({ year: 2026, count: 1, before: null, after: 2027 });
    expect(readStatements() - before).toBe(2);
    expect(yearOf(fatima(), "2027")).toMatchObject({ before: 2026, after: 2028 });
    expect(yearOf(fatima(), "2028")).toMatchObject({ before: 2027, after: null });
    for (const asked of ["0", "20260", "abcd", "1e3", "-2026"]) expect(yearOf(fatima(), asked).year).toBe(2026);
    expect(yearOf(fatima(), "2050")).toMatchObject({ before: 2028, after: null });
    expect(yearOf(fatima(), "1999")).toMatchObject({ year: 1999, count: 0, before: null, after: 2026 });
  });

  it("holds what is on New Year's Eve on the clock of the circle, wherever that is", async () => {
    await transaction((tx) =>
      tx.gathering.updateMany({
        where: { startLocal: "2026-12-01T19:30" },
        data: { startLocal: "2026-12-31T23:30", zone: "America/New_York", startsAt: "2027-01-01T04:30:00.000Z" },
      }),
    );
    expect(yearOf(fatima(), "2026").months[11]?.gatherings).toHaveLength(1);
    expect(yearOf(fatima(), "2027").months[0]?.gatherings).toMatchObject([{ startLocal: "2027-01-05T19:30" }]);
  });
});
