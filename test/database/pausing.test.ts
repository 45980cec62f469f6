import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { pauseNow } from "../../app/gatherings/pausing/pause-now.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringForm, pauseForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { row, rows } from "../../app/platform/query.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  await planSeries(as(world, "mia", now), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);
});

type Name = Parameters<typeof as>[1];
const rest = (form: Record<string, string>, by: Name = "mia", at = now) => pause(as(world, by, at), pauseForm.parse(form), null);
const off = () =>
  rows<{ day: string }>("SELECT substr(startLocal, 1, 10) AS day FROM Gathering WHERE cancelledAt IS NOT NULL ORDER BY startsAt").map(
    ({ day }) => day,
  );
const idOf = (day: string) => row<{ id: string }>("SELECT id FROM Gathering WHERE startLocal LIKE @day", { day: `${day}%` })?.id ?? "";
const mails = (kind: string) => rows("SELECT id FROM OutboxMail WHERE kind = @kind", { kind }).length;

describe("A circle that does not meet for a while", () => {
  it("has what its series plan for those days off, both days counted in, and nothing else; everybody hears of it once", async () => {
    const single = gatheringForm.parse({ day: "2027-01-20", hour: "14:00", minutes: "60", place: "in het park" });
    await planGathering(as(world, "mia", now), single, null);
    await rest({ from: "2027-01-05", until: "2027-03-02" });
    expect(off()).toEqual(["2027-01-05", "2027-02-02", "2027-03-02"]);
    expect(pauseNow(as(world, "fatima", now))).toMatchObject({ from: "2027-01-05", until: "2027-03-02" });
    expect([mails("circlePaused"), mails("gatheringCancelled")]).toEqual([9, 0]);
    expect(row("SELECT kind, byName FROM StoryLine ORDER BY id DESC LIMIT 1")).toEqual({ kind: "pauseBegun", byName: "Mia" });
    expect(nextGathering(as(world, "fatima", "2026-12-02T09:00:00.000Z"))?.startLocal).toBe("2027-01-20T14:00");
  });

  it("without an end goes on until somebody says so, also for what comes to stand later", async () => {
    await rest({ from: "2027-01-01" });
    await fillHorizons("2027-06-01T03:00:00.000Z");
    expect(off().at(0)).toBe("2027-01-05");
    expect(off().at(-1)).toBe("2028-11-07");
    expect(rows("SELECT id FROM Gathering WHERE startLocal > '2027-01-01' AND cancelledAt IS NULL")).toEqual([]);
  });

  it("holds for the fresh days of a series that is changed meanwhile", async () => {
    await rest({ from: "2027-02-01", until: "2027-02-28" });
    const viewer = as(world, "mia", now);
    const series = seriesToChange(viewer, idOf("2027-01-05"));
    const form = seriesForm.parse({ ...seriesToBegin, kind: "weeks", weeksDay: "2", from: "2027-01-05", place: "bij Jan thuis" });
    if (!series) throw new Error("no series");
    await changeSeries(viewer, idOf("2027-01-05"), form, changeAhead(viewer, series, form).print, null);
    expect(off()).toEqual(["2027-02-02", "2027-02-09", "2027-02-16", "2027-02-23"]);
  });

  it("meets again with one press: what has not come yet goes on with its answers, what was off before stays off", async () => {
    await cancelGathering(as(world, "mia", now), idOf("2027-03-02"), null);
    await answer(as(world, "fatima", now), idOf("2027-04-06"), world.members.fatima, answerForm.parse({ answer: "yes" }), null, "/");
    await rest({ from: "2027-01-01" });
    await meetAgain(as(world, "rita", "2027-02-10T09:00:00.000Z"));
    expect(off()).toEqual(["2027-01-05", "2027-02-02", "2027-03-02"]);
    expect(row("SELECT answer FROM Response")).toEqual({ answer: "yes" });
    expect(pauseNow(as(world, "mia", "2027-02-10T10:00:00.000Z"))).toBeNull();
    expect(mails("circleGoesOn")).toBe(9);
    expect(row("SELECT kind, byName, forName FROM StoryLine ORDER BY id DESC LIMIT 1")).toEqual({
      kind: "pauseEnded",
      byName: "Rita",
      forName: "Jan",
    });
    await rest({ from: "2027-07-01", until: "2027-08-31" }, "mia", "2027-02-11T09:00:00.000Z");
    expect(off()).toContain("2027-07-06");
  });

  it("may meet once all the same: that one goes on, and meeting again later does not call it off", async () => {
    await rest({ from: "2027-01-01" });
    await letItGoOn(as(world, "jan", now), idOf("2027-02-02"));
    expect(off()).not.toContain("2027-02-02");
    expect(row("SELECT pauseId FROM Gathering WHERE id = @id", { id: idOf("2027-02-02") })).toEqual({ pauseId: null });
  });

  it("is one pause at a time, over when its last day is, and not in the past", async () => {
    await rest({ from: "2027-01-01", until: "2027-01-31" });
    await expect(rest({ from: "2027-07-01" })).rejects.toMatchObject({ field: "from", words: { key: "gatherings.pauseAlready" } });
    expect(pauseNow(as(world, "mia", "2027-01-31T22:59:00.000Z"))).not.toBeNull();
    expect(pauseNow(as(world, "mia", "2027-01-31T23:01:00.000Z"))).toBeNull();
    await expect(meetAgain(as(world, "mia", "2027-02-01T09:00:00.000Z"))).rejects.toMatchObject({ words: { key: "gatherings.pauseOver" } });
    await expect(rest({ from: "2026-11-23" }, "mia", "2027-02-01T09:00:00.000Z")).rejects.toMatchObject({ field: "from" });
    expect(() => pauseForm.parse({ from: "2027-02-01", until: "2027-01-01" })).toThrow("gatherings.pauseEndsBefore");
  });

  it.each(["fatima", "els"] as const)("is not for %s to say", async (who) => {
    await expect(rest({ from: "2027-01-01" }, who)).rejects.toMatchObject({ status: 403 });
    await rest({ from: "2027-01-01" });
    await expect(meetAgain(as(world, who, now))).rejects.toMatchObject({ status: 403 });
  });
});
