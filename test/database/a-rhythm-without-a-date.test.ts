import { beforeEach, describe, expect, it } from "vitest";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import type { CastName } from "../../app/demo/cast";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { eventsOf } from "../../app/gatherings/feed/events";
import { plannedFor } from "../../app/gatherings/feed/planned.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { offeredMoments } from "../../app/gatherings/polls/free-evenings.server";
import { giveUpDate } from "../../app/gatherings/polls/giving-up-a-date.server";
import { pollForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringForm, rhythmForm, seriesForm } from "../../app/gatherings/schema";
import { changeUndated } from "../../app/gatherings/undated/changing-an-undated-series.server";
import { notNow } from "../../app/gatherings/undated/not-now.server";
import { planUndated } from "../../app/gatherings/undated/planning-an-undated-series.server";
import { undatedChange, undatedForm } from "../../app/gatherings/undated/schema";
import { daysDue, undatedNow, undatedOf } from "../../app/gatherings/undated/undated.server";
import { say } from "../../app/i18n/text";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const february = "2027-02-01T09:00:00.000Z";
const missing = expect.objectContaining({ status: 404 });
const refused = (key: string, field: string | null = null) => expect.objectContaining({ words: expect.objectContaining({ key }), field });
const idOf = (page: string) => page.split("/").at(-1) ?? "";

let world: World;
let id: string;
/** Mia plans: four times a year, first around the middle of January. */
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  id = await planned();
});

const typed = { timesAYear: "4", from: "2027-01-15", minutes: "180", place: "in het park", about: "Samen eten" };
async function planned(change: Record<string, string | string[]> = {}, by: CastName = "mia", formKey: string | null = null) {
  return idOf(await planUndated(as(world, by, now), undatedForm.parse({ ...typed, ...change }), formKey));
}
const next = (at: string, by: CastName = "mia") => undatedOf(as(world, by, at), id).next;
const due = (at: string, by: CastName = "mia") => daysDue(as(world, by, at)).map((one) => one.id);
const seeks = (at: string, days: string[], { by = "mia" as CastName, formKey = null as string | null } = {}) =>
  seekDate(
    as(world, by, at),
    pollForm.parse({ moments: days.map((day) => `${day}T19:30`), minutes: "180", place: "in het park", series: id }),
    formKey,
  ).then(idOf);
const choose = async (pollId: string, at: string) =>
  idOf(
    await chooseMoment(
      as(world, "mia", at),
      pollId,
      row<{ id: string }>("SELECT id FROM PollOption WHERE pollId = @pollId ORDER BY startsAt", { pollId })?.id ?? "",
    ),
  );
const plans = async (at: string, day: string, series: string | null = id) =>
  idOf(
    await planGathering(
      as(world, "mia", at),
      gatheringForm.parse({ day, hour: "19:30", minutes: "120", place: "bij Jan thuis", ...(series && { series }) }),
      null,
    ),
  );
const count = (table: string) => row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;

describe("Mia plans a rhythm without a date", () => {
  it("once, however often the form is sent; nothing stands, nobody is mailed, the story tells it", async () => {
    const [one, other] = await Promise.all([planned({}, "mia", "key"), planned({}, "mia", "key")]);
    expect(other).toBe(one);
    expect([count("UndatedSeries"), count("Gathering"), count("Series"), count("OutboxMail")]).toEqual([2, 0, 0, 0]);
    expect(rows("SELECT byName, detail FROM StoryLine WHERE kind = 'undatedPlanned' LIMIT 1")).toEqual([
      { byName: "Mia", detail: '{"timesAYear":4,"place":"in het park"}' },
    ]);
  });

  it("for Jan when it is Rita who does; not as a member or a professional, nor of another circle", async () => {
    const ritas = await planned({}, "rita");
    expect(row("SELECT byId, forId FROM UndatedSeries WHERE id = @ritas", { ritas })).toEqual({
      ...{ byId: world.members.rita, forId: world.members.jan },
    });
    for (const by of ["fatima", "els"] as const) await expect(planned({}, by)).rejects.toMatchObject({ status: 403 });
    expect(() => undatedOf(as(world, "mia", now), "none")).toThrow(missing);
  });

  it.each([
    ["twelve times, which is every month", { timesAYear: "12" }, "timesAYear"],
    ["no number", { timesAYear: "vaak" }, "timesAYear"],
    ["no beginning", { from: "" }, "from"],
    ["an end before the beginning", { endsOn: "2027-01-14" }, "endsOn"],
    ["all months skipped", { notIn: Array.from({ length: 12 }, (_, place) => String(place + 1)) }, "notIn"],
    ["no place", { place: " " }, "place"],
    ["thirteen hours", { minutes: "780" }, "minutes"],
  ] as [string, Record<string, string | string[]>, string][])("not with %s, which is said at its field", (_, change, field) => {
    const issues = undatedForm.safeParse({ ...typed, ...change }).error?.issues ?? [];
    expect([...new Set(issues.map(({ path }) => path[0]))]).toEqual([field]);
  });

  it("not from a day that is past or too far", async () => {
    await expect(planned({ from: "2026-11-23" })).rejects.toEqual(refused("gatherings.startPast", "from"));
    await expect(planned({ from: "2036-11-23" })).rejects.toEqual(refused("gatherings.startFar", "from"));
  });

  it("and it is no rhythm of which days can be asked", () => {
    for (const form of [rhythmForm, seriesForm])
      expect(form.safeParse({ ...typed, kind: "undated", hour: "19:30" }).error?.issues.map(({ path }) => path[0])).toEqual(["kind"]);
  });
});

describe("When the next one is due", () => {
  it("who plans reads it, from six weeks before; others do not; in one statement", () => {
    expect(due("2026-12-03T12:00:00.000Z")).toEqual([]);
    expect(next("2026-12-03T12:00:00.000Z", "fatima")).toEqual({
      ...{ kind: "turn", due: false, around: "2027-01-15", seekFrom: "2026-12-04" },
    });
    const mia = as(world, "mia", "2026-12-04T12:00:00.000Z");
    const before = readStatements();
    expect(daysDue(mia).map((one) => one.id)).toEqual([id]);
    expect(readStatements() - before).toBe(1);
    for (const by of ["jan", "rita"] as const) expect(due("2026-12-04T12:00:00.000Z", by)).toEqual([id]);
    for (const by of ["fatima", "els"] as const) expect(due("2026-12-04T12:00:00.000Z", by)).toEqual([]);
  });

  it("moments are offered around it, and in no month that is skipped", async () => {
    const viewer = as(world, "mia", "2026-12-04T12:00:00.000Z");
    expect(offeredMoments(viewer, { around: "2027-01-15" })).toEqual([
      ...["2027-01-09T19:30", "2027-01-12T19:30", "2027-01-14T19:30", "2027-01-16T19:30", "2027-01-19T19:30", "2027-01-21T19:30"],
    ]);
    expect(offeredMoments(viewer, { around: "2027-02-02", notIn: [1] })[0]).toBe("2027-02-02T19:30");
    expect(offeredMoments(viewer, { around: "2026-12-06" })[0]).toBe("2026-12-12T19:30");
  });

  it("and a day is sought for it, it is not; the chosen moment is a gathering of it, and counts", async () => {
    const at = "2026-12-04T12:00:00.000Z";
    const pollId = await seeks(at, ["2027-01-12", "2027-01-14"]);
    expect([due(at), next(at)]).toEqual([[], { kind: "sought", pollId }]);
    const gatheringId = await choose(pollId, at);
    expect(next(at)).toEqual({ kind: "coming", gatheringId });
    expect(gatheringOf(as(world, "els", at), gatheringId)).toMatchObject({
      series: null,
      undated: { id, timesAYear: 4, notIn: [], endsOn: null },
    });
    expect(next(february)).toEqual({ kind: "turn", due: false, around: "2027-04-12", seekFrom: "2027-03-01" });
    expect(due("2027-03-01T09:00:00.000Z")).toEqual([id]);
  });

  it("and Mia and Rita press at once, one date is sought", async () => {
    const both = await Promise.allSettled([
      seeks(now, ["2027-01-12", "2027-01-14"], { by: "mia", formKey: "one" }),
      seeks(now, ["2027-01-13", "2027-01-15"], { by: "rita", formKey: "other" }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(both[1]).toMatchObject({ reason: { words: { key: "undated.soughtAlready" }, field: null } });
    expect([count("DatePoll"), undatedNow(as(world, "jan", now)).length]).toEqual([1, 1]);
  });

  it("and one plans a day while the other seeks one, the second is told, whoever that is; of a gathering by itself nobody is kept", async () => {
    await plans(now, "2027-01-20");
    await expect(plans(now, "2027-01-27")).rejects.toMatchObject({ words: { key: "undated.comingAlready" }, field: null });
    await expect(seeks(now, ["2027-01-12", "2027-01-14"])).rejects.toMatchObject({ words: { key: "undated.comingAlready" }, field: null });
    await plans(now, "2027-01-27", null);
    await plans("2027-01-21T12:00:00.000Z", "2027-04-20");
    expect([count("Gathering"), count("DatePoll")]).toEqual([3, 0]);
  });

  it("no day is planned while one is sought", async () => {
    await seeks(now, ["2027-01-12", "2027-01-14"]);
    await expect(plans(now, "2027-01-20")).rejects.toMatchObject({ words: { key: "undated.soughtAlready" } });
    expect(count("Gathering")).toBe(0);
  });

  it("but it is planned by hand, it is not due; called off, it is again after four weeks", async () => {
    const gatheringId = await plans(now, "2027-01-20");
    expect([due("2026-12-20T09:00:00.000Z"), count("DatePoll")]).toEqual([[], 0]);
    await cancelGathering(as(world, "mia", "2026-12-20T09:00:00.000Z"), gatheringId, null);
    expect(next("2026-12-20T10:00:00.000Z")).toMatchObject({ kind: "turn", due: false, seekFrom: "2027-01-17" });
    expect(due("2027-01-17T10:00:00.000Z")).toEqual([id]);
    expect(next("2027-01-17T10:00:00.000Z")).toMatchObject({ around: "2027-01-31" });
  });

  it.each(["given up", "all its moments are past", "not now"])(
    "and it comes to nothing (%s), it is again after four weeks",
    async (how) => {
      const at = "2026-12-10T12:00:00.000Z";
      if (how === "not now") await notNow(as(world, "mia", at), id);
      else {
        const pollId = await seeks("2026-12-04T12:00:00.000Z", ["2026-12-09", "2026-12-10"]);
        if (how === "given up") await giveUpDate(as(world, "mia", at), pollId, null);
        else expect(next(at)).toEqual({ kind: "sought", pollId });
      }
      const evening = "2026-12-10T20:00:00.000Z";
      expect([due(evening), due("2027-01-06T20:00:00.000Z"), due("2027-01-07T20:00:00.000Z")]).toEqual([[], [], [id]]);
    },
  );

  it("not now is for who plans", async () => {
    await expect(notNow(as(world, "fatima", now), id)).rejects.toMatchObject({ status: 403 });
    await expect(notNow(as(world, "mia", now), "none")).rejects.toEqual(missing);
  });

  it("and the circle pauses, nobody is asked until it meets again; what is planned by hand stays", async () => {
    const gatheringId = await plans(now, "2026-12-20");
    await pause(as(world, "mia", now), { from: "2026-12-10", until: null }, null);
    expect(gatheringOf(as(world, "jan", now), gatheringId).cancelled).toBeNull();
    expect([next(february), due(february)]).toEqual([{ kind: "paused" }, []]);
    await meetAgain(as(world, "mia", "2027-03-10T09:00:00.000Z"));
    expect(next("2027-03-10T10:00:00.000Z")).toEqual({ kind: "turn", due: true, around: "2027-03-24", seekFrom: "2027-03-10" });
  });

  it("a closed circle seeks nothing", async () => {
    await closeCircle(as(world, "jan", february), { why: "other", word: "", people: [] } as never, null);
    expect([undatedNow(as(world, "jan", february)), due(february, "jan")]).toEqual([[], []]);
  });
});

describe("Changing it", () => {
  const change = (fields: Record<string, string | string[]>, at = now, by: CastName = "mia") =>
    changeUndated(as(world, by, at), id, undatedChange.parse({ ...typed, version: "1", ...fields }), null);

  it("moves what is next, and leaves what is planned and sought as it is", async () => {
    const gatheringId = await plans(now, "2027-01-20");
    await change({ timesAYear: "2", place: "bij Rita thuis", notIn: ["7", "8"] });
    expect(gatheringOf(as(world, "jan", now), gatheringId)).toMatchObject({ place: "bij Jan thuis", startLocal: "2027-01-20T19:30" });
    expect(next(february)).toMatchObject({ around: "2027-09-01" });
    expect(rows("SELECT kind FROM StoryLine WHERE kind LIKE 'undated%' ORDER BY at, id")).toEqual([
      ...[{ kind: "undatedPlanned" }, { kind: "undatedChanged" }],
    ]);
    expect(rows("SELECT kind FROM OutboxMail WHERE kind <> 'gatheringPlanned'")).toEqual([]);
  });

  it("to nothing else changes nothing; over what somebody else saved it is refused with both", async () => {
    await change({});
    expect(undatedOf(as(world, "mia", now), id).version).toBe(1);
    await change({ place: "in de zaal" });
    await expect(change({ place: "in de tuin" }, now, "rita")).rejects.toMatchObject({ version: 2, theirs: { place: "in de zaal" } });
    await expect(change({ version: "2", endsOn: "2026-11-23" })).rejects.toEqual(refused("gatherings.startPast", "endsOn"));
    await expect(change({ version: "2" }, now, "fatima")).rejects.toMatchObject({ status: 403 });
  });

  it("ends it with today as its last day: nothing is due, and what was planned stays", async () => {
    const gatheringId = await plans(now, "2027-01-20");
    await change({ endsOn: "2026-11-24" });
    expect(next(now)).toEqual({ kind: "coming", gatheringId });
    expect([next(february), due("2027-04-01T09:00:00.000Z"), undatedNow(as(world, "mia", february))]).toEqual([{ kind: "over" }, [], []]);
  });
});

describe("A gathering of it", () => {
  it("is an event by itself in a calendar, with an id that stays; never a rule", async () => {
    const gatheringId = await plans(now, "2027-01-20");
    const at = { t: say("nl"), now, name: null, alarm: null, closed: false, home: "https://kring.example", byMail: false, invited: null };
    const events = eventsOf(plannedFor(as(world, "jan", now)), at);
    expect(events).toHaveLength(1);
    expect(events[0]?.properties.map(([name]) => name)).not.toContain("RRULE");
    expect(events[0]?.properties).toContainEqual(["UID", `${gatheringId}@kring`]);
  });

  it("is of no series that is filled or changed by its days", async () => {
    const gatheringId = await plans(now, "2027-01-20");
    await fillHorizons("2028-01-01T09:00:00.000Z");
    expect([count("Gathering"), seriesToChange(as(world, "mia", now), gatheringId)]).toEqual([1, null]);
  });

  it("is not planned in a series of another circle", async () => {
    const form = gatheringForm.parse({
      day: "2027-01-20",
      hour: "19:30",
      minutes: "120",
      place: "x",
      series: "01JDXXXXXXXXXXXXXXXXXXXXXX",
    });
    await expect(planGathering(as(world, "mia", now), form, null)).rejects.toEqual(missing);
    await expect(
      seekDate(
        as(world, "mia", now),
        pollForm.parse({ ...typed, moments: ["2027-01-12T19:30", "2027-01-13T19:30"], series: "none" }),
        null,
      ),
    ).rejects.toEqual(missing);
  });
});
