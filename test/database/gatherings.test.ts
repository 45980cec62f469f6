import { beforeEach, describe, expect, it } from "vitest";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { gatheringsOf } from "../../app/gatherings/gatherings.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { addDays, addMonths, instantOf } from "../../app/platform/wall-clock";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { tuesdays } from "../series-of-jan";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const firstPage = { after: null, before: null };
const missing = expect.objectContaining({ status: 404 });
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});

type Name = Parameters<typeof as>[1];
const series = (change: Record<string, string> = {}) =>
  seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis", ...change });
const one = (change: Record<string, string> = {}) =>
  gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis", ...change });
const plannedSeries = async (by: Name = "mia", change: Record<string, string> = {}) =>
  (await planSeries(as(world, by, now), series(change), null)).split("#")[1] ?? "";
const planned = async (by: Name = "mia", change: Record<string, string> = {}) =>
  (await planGathering(as(world, by, now), one(change), null)).split("/").at(-1) ?? "";
const stands = () => rows<{ startLocal: string; startsAt: string }>("SELECT startLocal, startsAt FROM Gathering ORDER BY startsAt");
const story = () =>
  rows<{ kind: string; byName: string; forName: string | null }>("SELECT kind, byName, forName FROM StoryLine ORDER BY id");
const count = (table: "Series" | "Gathering" | "StoryLine") => row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;

describe("A series that Mia plans", () => {
  it("stands at once for eighteen months, at half past seven in winter and in summer", async () => {
    const first = await plannedSeries();
    const found = stands();
    expect(found).toHaveLength(tuesdays);
    expect(found.slice(0, 6)).toEqual([
      { startLocal: "2026-12-01T19:30", startsAt: "2026-12-01T18:30:00.000Z" },
      { startLocal: "2027-01-05T19:30", startsAt: "2027-01-05T18:30:00.000Z" },
      { startLocal: "2027-02-02T19:30", startsAt: "2027-02-02T18:30:00.000Z" },
      { startLocal: "2027-03-02T19:30", startsAt: "2027-03-02T18:30:00.000Z" },
      { startLocal: "2027-04-06T19:30", startsAt: "2027-04-06T17:30:00.000Z" },
      { startLocal: "2027-05-04T19:30", startsAt: "2027-05-04T17:30:00.000Z" },
    ]);
    expect(gatheringOf(as(world, "tom", now), first)).toMatchObject({ startLocal: "2026-12-01T19:30", endLocal: "2026-12-01T21:30" });
    expect(story()).toEqual([{ kind: "seriesPlanned", byName: "Mia", forName: null }]);
  });

  it("stops on its last day, and is not filled beyond it", async () => {
    await plannedSeries("mia", { endsOn: "2027-02-02" });
    expect(stands()).toHaveLength(3);
    await fillHorizons("2030-01-01T00:00:00.000Z");
    expect(stands()).toHaveLength(3);
  });

  it("that begins far from now stands for eighteen months after its first day", async () => {
    await plannedSeries("jan", { from: "2030-03-01" });
    expect(stands()[0]?.startLocal).toBe("2030-03-05T19:30");
    expect(stands().at(-1)?.startLocal).toBe("2031-09-02T19:30");
  });

  it("sent twice with the same form is planned once", async () => {
    const sent = () => planSeries(as(world, "mia", now), series(), "form-1");
    expect(await sent()).toBe(await sent());
    expect([count("Series"), count("Gathering"), count("StoryLine")]).toEqual([1, tuesdays, 1]);
  });

  it("can be planned by Rita for Jan, and not by Tom or Els: then nothing is saved", async () => {
    await plannedSeries("rita");
    expect(story()).toEqual([{ kind: "seriesPlanned", byName: "Rita", forName: "Jan" }]);
    for (const name of ["tom", "els"] as const) {
      await expect(plannedSeries(name)).rejects.toThrow(Refusal);
      await expect(planned(name)).rejects.toThrow(Refusal);
    }
    expect(count("Series")).toBe(1);
  });

  it("that ends before it starts, never happens, or begins in the past is refused at its field, and nothing is saved", async () => {
    await expect(plannedSeries("mia", { endsOn: "2026-11-30" })).rejects.toMatchObject({ field: "endsOn" });
    await expect(plannedSeries("mia", { from: "2026-11-23" })).rejects.toMatchObject({ field: "from" });
    await expect(plannedSeries("mia", { from: "2031-11-25" })).rejects.toMatchObject({ field: "from" });
    await expect(plannedSeries("mia", { kind: "weeks", from: "2026-11-24", hour: "09:59" })).rejects.toMatchObject({ field: "hour" });
    const onlyFebruary = {
      ...series(),
      rhythm: { kind: "month-day" as const, every: 1, day: 30, notIn: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    };
    await expect(planSeries(as(world, "mia", now), onlyFebruary, null)).rejects.toMatchObject({ words: { key: "gatherings.never" } });
    expect([count("Series"), count("Gathering"), count("StoryLine")]).toEqual([0, 0, 0]);
  });

  it("on a date that does not exist is no form", () => {
    expect(() => series({ from: "2027-02-29" })).toThrow("error.dayWrong");
    expect(() => one({ day: "2026-11-31" })).toThrow("error.dayWrong");
  });
});

describe("The horizon", () => {
  it("moves on with the time, makes nothing twice, and keeps to the rhythm", async () => {
    await plannedSeries();
    await fillHorizons(now);
    expect(stands()).toHaveLength(tuesdays);
    const later = "2027-03-15T03:00:00.000Z";
    await Promise.all([fillHorizons(later), fillHorizons(later)]);
    await fillHorizons(later);
    const found = stands().map(({ startLocal }) => startLocal);
    expect(found).toHaveLength(tuesdays + 4);
    expect(found.at(-1)).toBe("2028-09-05T19:30");
    expect(new Set(found).size).toBe(found.length);
    expect(row("SELECT filledTo FROM Series")).toEqual({ filledTo: "2028-09-15" });
  });

  it("is filled again, to eighteen months, as soon as less than seventeen are left", async () => {
    await plannedSeries();
    const filled = async (day: string) => {
      await fillHorizons(`${day}T03:00:00.000Z`);
      return row<{ filledTo: string }>("SELECT filledTo FROM Series")?.filledTo;
    };
    expect(await filled("2027-01-01")).toBe("2028-06-01");
    expect(await filled("2027-01-02")).toBe("2028-07-02");
  });

  it("always lies seventeen months ahead or more, whenever the turn comes", async () => {
    await plannedSeries("mia", { kind: "weeks" });
    for (const month of [1, 2, 3, 7, 30]) {
      const day = addMonths("2026-11-24", month);
      await fillHorizons(`${day}T03:00:00.000Z`);
      const last = stands().at(-1)?.startLocal.slice(0, 10) ?? "";
      expect(last > addDays(addMonths(day, 17), -7)).toBe(true);
    }
  });

  it("leaves alone what people changed or called off", async () => {
    const first = await plannedSeries();
    await cancelGathering(as(world, "mia", now), first, null);
    await fillHorizons("2027-06-01T03:00:00.000Z");
    expect(stands().filter(({ startLocal }) => startLocal === "2026-12-01T19:30")).toHaveLength(1);
    expect(gatheringOf(as(world, "tom", now), first).cancelled).toEqual({ by: "Mia", on: "2026-11-24" });
  });
});

describe("One gathering", () => {
  it("is planned at an hour of the clock on the wall, also at one that spring skips", async () => {
    await planned("jan", { day: "2027-03-28", hour: "02:30" });
    expect(stands()).toEqual([{ startLocal: "2027-03-28T02:30", startsAt: "2027-03-28T01:30:00.000Z" }]);
    expect(story()).toEqual([{ kind: "gatheringPlanned", byName: "Jan", forName: null }]);
  });

  it("is not planned in the past, nor at an hour that is gone", async () => {
    await expect(planned("mia", { day: "2026-11-23" })).rejects.toMatchObject({ field: "day" });
    await expect(planned("mia", { day: "2026-11-24", hour: "10:00" })).rejects.toMatchObject({ field: "hour" });
    await planned("mia", { day: "2026-11-24", hour: "10:01" });
    expect(count("Gathering")).toBe(1);
  });

  it("keeps Arabic, HTML and 200 letters as they were typed", async () => {
    for (const place of ["عند جان", "<b>hier</b>", "x".repeat(200)])
      expect(gatheringOf(as(world, "els", now), await planned("mia", { place })).place).toBe(place);
  });
});

describe("A gathering that is called off", () => {
  it("stays, says who did it and when, counts one up, and is told of once", async () => {
    const id = await planned();
    const off = () => cancelGathering(as(world, "rita", now), id, "form-1");
    expect(await off()).toBe(await off());
    expect(row("SELECT sequence, version FROM Gathering")).toEqual({ sequence: 1, version: 2 });
    expect(gatheringOf(as(world, "jan", now), id)).toMatchObject({ cancelled: { by: "Rita", on: "2026-11-24" }, can: { cancel: false } });
    expect(gatheringsOf(as(world, "tom", now), firstPage).coming).toMatchObject([{ id, cancelled: true }]);
    expect(story().map(({ kind }) => kind)).toEqual(["gatheringPlanned", "gatheringCancelled"]);
  });

  it("can't be called off again, nor once it has begun", async () => {
    const [off, begun] = [await planned(), await planned("mia", { day: "2026-11-24", hour: "11:00" })];
    await cancelGathering(as(world, "mia", now), off, null);
    await expect(cancelGathering(as(world, "jan", now), off, null)).rejects.toMatchObject({ words: { key: "gatherings.cancelTooLate" } });
    await expect(cancelGathering(as(world, "jan", "2026-11-24T10:00:00.000Z"), begun, null)).rejects.toThrow(Refusal);
    expect(row("SELECT cancelledAt FROM Gathering WHERE id = @begun", { begun })).toEqual({ cancelledAt: null });
  });

  it("is not by Tom or Els, nor by Omar, to whom it is not there", async () => {
    const id = await planned();
    for (const name of ["tom", "els"] as const) await expect(cancelGathering(as(world, name, now), id, null)).rejects.toThrow(Refusal);
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now);
    if (!omar) throw new Error("Omar is not in his circle");
    await expect(cancelGathering(omar, id, null)).rejects.toEqual(missing);
    expect(() => gatheringOf(omar, id)).toThrow(missing);
    expect(() => gatheringOf(as(world, "jan", now), "nonsense")).toThrow(missing);
    expect(gatheringsOf(omar, firstPage)).toMatchObject({ coming: [], past: [] });
    expect(gatheringsOf(omar, { after: null, before: id }).past).toEqual([]);
    expect(gatheringOf(as(world, "jan", now), id).cancelled).toBeNull();
    expect([as(world, "tom", now), as(world, "els", now)].map((viewer) => gatheringOf(viewer, id).can.cancel)).toEqual([false, false]);
  });
});

describe("The list of gatherings", () => {
  /** Six years of Tuesdays, one a week, up to a year from now. */
  async function sixYears(): Promise<void> {
    await transaction(async (tx) => {
      const series = await tx.series.create({
        data: {
          ...{ id: newId(), groupId: world.groupId, rule: "FREQ=WEEKLY;BYDAY=TU", firstLocal: "2021-11-30T19:30", zone: "Europe/Brussels" },
          ...{ minutes: 120, place: "thuis", filledTo: "2026-11-25", byId: world.members.mia, createdAt: now },
        },
      });
      for (let week = 0; week < 312; week += 1) {
        const startLocal = `${new Date(Date.UTC(2021, 10, 30 + week * 7)).toISOString().slice(0, 10)}T19:30`;
        const start = { startLocal, slotLocal: startLocal, zone: series.zone, startsAt: instantOf(startLocal, series.zone) };
        await tx.gathering.create({
          data: {
            ...{ id: newId(), groupId: world.groupId, seriesId: series.id, ...start },
            ...{ minutes: 120, place: "thuis", byId: world.members.mia, createdAt: now },
          },
        });
      }
    });
  }

  it("shows soonest first what comes and latest first what is over, page by page, each once, for two statements", async () => {
    await sixYears();
    const tom = as(world, "tom", now);
    const before = readStatements();
    const first = gatheringsOf(tom, firstPage);
    expect(readStatements() - before).toBe(2);
    expect([first.coming[0]?.startLocal, first.past[0]?.startLocal]).toEqual(["2026-11-24T19:30", "2026-11-17T19:30"]);
    const seen = [...first.coming, ...first.past].map(({ id }) => id);
    for (let { later } = first; later; ) {
      const page = gatheringsOf(tom, { after: later, before: null });
      expect(page.past).toEqual([]);
      seen.push(...page.coming.map(({ id }) => id));
      later = page.later;
    }
    for (let { earlier } = first; earlier; ) {
      const page = gatheringsOf(tom, { after: null, before: earlier });
      expect(page.coming).toEqual([]);
      seen.push(...page.past.map(({ id }) => id));
      earlier = page.earlier;
    }
    expect([seen.length, new Set(seen).size]).toEqual([312, 312]);
  });

  it("keeps one that goes on now among what comes, until it is over", async () => {
    const id = await planned("mia", { day: "2026-11-24", hour: "11:00" });
    const at = (moment: string) => {
      const { coming, past } = gatheringsOf(as(world, "tom", moment), firstPage);
      return [coming.length, past.length, gatheringOf(as(world, "tom", moment), id).state];
    };
    expect(at("2026-11-24T09:59:59.999Z")).toEqual([1, 0, "coming"]);
    expect(at("2026-11-24T10:00:00.000Z")).toEqual([1, 0, "now"]);
    expect(at("2026-11-24T11:59:59.999Z")).toEqual([1, 0, "now"]);
    expect(at("2026-11-24T12:00:00.000Z")).toEqual([0, 1, "over"]);
  });

  it("counts who said yes and is still in the circle, and tells each their own answer", async () => {
    const gatheringId = await planned();
    await transaction(async (tx) => {
      for (const name of ["tom", "luc", "noor"] as const)
        await tx.response.create({
          data: {
            ...{ id: newId(), groupId: world.groupId, gatheringId, memberId: world.members[name], at: now, byId: world.members[name] },
            answer: name === "luc" ? "no" : "yes",
            forLocal: row<{ startLocal: string }>("SELECT startLocal FROM Gathering")?.startLocal ?? "",
          },
        });
      await tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: now } });
    });
    const seen = (name: Name) => gatheringsOf(as(world, name, now), firstPage).coming[0];
    expect([seen("tom")?.coming, seen("tom")?.mine, seen("luc")?.mine, seen("els")?.mine]).toEqual([1, "yes", "no", null]);
  });
});
