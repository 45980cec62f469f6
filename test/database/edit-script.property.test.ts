import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { said } from "../../app/gatherings/asking-again";
import { besideTheList } from "../../app/gatherings/beside-the-list.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { feedFor } from "../../app/gatherings/feed/feed.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { moveAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, pauseForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { minutesAfter } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { addDays } from "../../app/platform/wall-clock";
import { eventsIn, happenings, happeningsByAnother } from "../calendar";
import { freshDatabase } from "../database";
import { type Dice, dice } from "../dice";
import { changeSeriesSomehow, undoSomehow } from "../some-series";
import { as, circleOfJan, person, type World } from "../world";

/** How many edits, in how many circles; more with EDITS=3000. */
const edits = Number(process.env.EDITS ?? 300);
const circles = 6;

let world: World;
let now: string;
beforeEach(async () => {
  await freshDatabase();
  now = "2026-11-24T09:00:00.000Z";
  world = await circleOfJan(now);
});

interface Row {
  id: string;
  seriesId: string;
  startLocal: string;
  startsAt: string;
  minutes: number;
  place: string;
  online: string;
  answerDays: number | null;
  version: number;
  cancelledAt: string | null;
}
const all = () =>
  rows<Row>(
    "SELECT id, seriesId, startLocal, startsAt, minutes, place, online, answerDays, version, cancelledAt FROM Gathering ORDER BY startsAt, id",
  );
const coming = () => all().filter(({ startsAt }) => startsAt > now);
const mia = () => as(world, "mia", now);
const hours = ["10:00", "14:30", "19:30", "20:00", "23:30", "02:30"];
/** North and south of the equator, a whole day apart, and one whose clock nobody sets. */
const zones = ["Europe/Brussels", "Europe/Lisbon", "America/New_York", "Australia/Sydney", "Pacific/Auckland", "Africa/Kinshasa"];
const places = ["bij Jan thuis", "in de zaal", "in het park"];
const links = ["", "https://meet.example.org/KringVanJan", "https://elders.example/a;b,c?d=%22e%22&f='g'"];
const answerDays = ["", "2", "7", "14"];

const rhythm = ({ upTo, oneOf }: Dice): Record<string, string> => ({
  ...(oneOf<Record<string, string>>([
    { kind: "weeks", weeksEvery: String(1 + upTo(5)), weeksDay: String(1 + upTo(6)) },
    {
      kind: "months",
      monthsEvery: String(1 + upTo(2)),
      monthsNth: oneOf(["1", "2", "3", "4", "-1"]) ?? "1",
      monthsDay: String(1 + upTo(6)),
    },
    { kind: "month-day", dateEvery: String(1 + upTo(2)), dateDay: String(1 + upTo(30)) },
  ]) ?? {}),
  ...{
    hour: oneOf(hours) ?? "19:30",
    place: oneOf(places) ?? "",
    minutes: String(30 * (1 + upTo(5))),
    answerDays: oneOf(answerDays) ?? "",
    online: oneOf(links) ?? "",
  },
});

async function plan(die: Dice): Promise<void> {
  const form = { ...seriesToBegin, ...rhythm(die), from: addDays(now.slice(0, 10), 1 + die.upTo(20)) };
  await planSeries(mia(), seriesForm.parse(form), null);
}

/** What somebody may do with what is planned. */
const edit: Record<string, (row: Row, die: Dice) => Promise<unknown>> = {
  move: ({ id, startLocal, minutes, place, version }, { upTo, oneOf }) => {
    const day = addDays(startLocal.slice(0, 10), upTo(40) - 20);
    const form = { day, hour: oneOf(hours), minutes: String(minutes), place, version: String(version) };
    return changeGathering(mia(), id, gatheringChange.parse(form), null);
  },
  elsewhere: ({ id, startLocal, minutes, version }, { oneOf }) => {
    const form = {
      day: startLocal.slice(0, 10),
      hour: startLocal.slice(11),
      minutes: String(minutes),
      place: oneOf(places),
      version: String(version),
    };
    return changeGathering(mia(), id, gatheringChange.parse(form), null);
  },
  relink: ({ id, startLocal, minutes, place, version }, { oneOf }) => {
    const stays = { day: startLocal.slice(0, 10), hour: startLocal.slice(11), minutes: String(minutes), place };
    return changeGathering(mia(), id, gatheringChange.parse({ ...stays, online: oneOf(links), version: String(version) }), null);
  },
  letKnow: ({ id, startLocal, minutes, place, version }, { oneOf }) => {
    const stays = { day: startLocal.slice(0, 10), hour: startLocal.slice(11), minutes: String(minutes), place };
    return changeGathering(mia(), id, gatheringChange.parse({ ...stays, answerDays: oneOf(answerDays), version: String(version) }), null);
  },
  cancel: ({ id }) => cancelGathering(mia(), id, null),
  goOn: ({ id }) => letItGoOn(mia(), id),
  answer: ({ id }, { oneOf }) => {
    const who = oneOf(["fatima", "tom", "jan"] as const) ?? "tom";
    const said = { answer: oneOf(["yes", "online", "no", "maybe"]), reach: "one" };
    if (said.answer !== "maybe") said.reach = oneOf(["one", "one", "series", "eachTime"]) ?? "one";
    return answer(as(world, who, now), id, world.members[who], answerForm.parse(said), null, "/");
  },
  series: ({ id }, die) => changeSeriesSomehow(mia(), id, die, rhythm),
  undo: () => undoSomehow(mia()),
  pause: (_, { upTo }) => {
    const from = addDays(now.slice(0, 10), 1 + upTo(60));
    const until = upTo(3) === 0 ? "" : addDays(from, upTo(90));
    return pause(mia(), pauseForm.parse({ from, until }), null);
  },
  meetAgain: () => meetAgain(mia()),
  zone: async (_, { oneOf }) => {
    const [jan, zone] = [as(world, "jan", now), oneOf(zones) ?? ""];
    return moveZone(jan, { zone }, moveAhead(jan, zone).print, null);
  },
  later: async (_, { upTo }) => {
    now = minutesAfter(now, (1 + upTo(20)) * 1440 + upTo(1440));
    await fillHorizons(now);
  },
};
const kinds = [
  ...[
    "move",
    "elsewhere",
    "letKnow",
    "relink",
    "cancel",
    "goOn",
    "answer",
    "answer",
    "series",
    "series",
    "undo",
    "undo",
    "zone",
    "pause",
    "meetAgain",
    "meetAgain",
    "later",
  ],
];

/** To where all that goes on stands: beyond it calendars go on with the rule, and the page does not yet. */
function horizon(): string {
  const open = rows<{ filledTo: string }>(
    "SELECT filledTo FROM Series WHERE endsOn IS NULL OR endsOn > filledTo ORDER BY filledTo LIMIT 1",
  )[0];
  return `${open?.filledTo ?? "2099-12-31"}T00:00:00.000Z`;
}

function refused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

describe("Whatever is done with what is planned", () => {
  it.each(Array.from({ length: circles }, (_, place) => place + 1))(
    "calendars show what the page shows, answers and the past stay, numbers never fall (%s)",
    { timeout: 120_000 },
    async (seed) => {
      const die = dice(Number(process.env.SEED ?? 20_261_127) + seed);
      await plan(die);
      const token = (await makeFeed(person(world, "fatima"), { which: world.groupId, named: false, alarm: null }, now, null)) ?? "";
      const numbers = new Map<string, number>();
      let answered = new Set<string>();
      const done: string[] = [];
      for (let turn = 0; turn < edits / circles; turn++) {
        const row = die.oneOf(coming());
        if (!row) {
          await plan(die);
          continue;
        }
        const before = all().filter(({ startsAt }) => startsAt <= now);
        const hoursBefore = all().map(({ id, startLocal }) => `${id} ${startLocal}`);
        const kind = die.oneOf(kinds) ?? "later";
        await edit[kind]?.(row, die).catch(refused);
        done.push(kind);
        const because = `${seed}: ${done.join(" ")}`;

        if (kind === "zone")
          expect(
            all()
              .map(({ id, startLocal }) => `${id} ${startLocal}`)
              .sort(),
            because,
          ).toEqual(hoursBefore.sort());
        const text = feedFor(token, now) ?? "";
        const until = horizon();
        const shown = all()
          .filter(({ cancelledAt, startsAt }) => startsAt <= until && (!cancelledAt || startsAt > now))
          .map(({ startsAt, minutes, online, cancelledAt }) => `${startsAt} ${minutes} ${cancelledAt ? "" : online}`);
        const read = [happenings(text, until), happeningsByAnother(text, until)];
        for (const found of read)
          expect(found.map(({ at, minutes, online }) => `${at} ${minutes} ${online}`).sort(), because).toEqual([...shown].sort());

        const known = new Set([...all().map(({ id }) => id), ...rows<{ id: string }>("SELECT id FROM Series").map(({ id }) => id)]);
        for (const { UID = "", SEQUENCE, ...event } of eventsIn(text)) {
          expect(known, because).toContain(UID.replace(/@kring$/, ""));
          const which = `${UID} ${event["RECURRENCE-ID"] ?? ""}`;
          expect(Number(SEQUENCE), because).toBeGreaterThanOrEqual(numbers.get(which) ?? 0);
          numbers.set(which, Number(SEQUENCE));
        }
        const answers = rows<{ one: string; standing: number }>("SELECT gatheringId || memberId AS one, standing FROM Response");
        const there = new Set(answers.map(({ one }) => one));
        for (const one of answered) expect(there, because).toContain(one);
        // What comes from an answer to the whole series goes with it.
        answered = new Set(answers.filter(({ standing }) => standing === 0).map(({ one }) => one));
        expect(
          all().filter(({ id }) => before.some((one) => one.id === id)),
          because,
        ).toEqual(before);
      }
      expect(done.length).toBeGreaterThan(edits / circles / 2);
    },
  );
});

describe("Whatever was done before, a change of a series that is undone at once", () => {
  it.each([1, 2, 3])("leaves every gathering, and what was answered to it, as it was (%s)", { timeout: 120_000 }, async (seed) => {
    const die = dice(Number(process.env.SEED ?? 20_261_127) + 100 * seed);
    let undone = 0;
    for (let turn = 0; turn < edits / circles; turn++) {
      const row = die.oneOf(coming());
      if (!row) {
        await plan(die);
        continue;
      }
      const kind = die.oneOf(kinds.filter((one) => one !== "undo")) ?? "later";
      await edit[kind]?.(row, die).catch(refused);
      const until = horizon();
      const before = asTheyStand(until);
      now = minutesAfter(now, 1);
      const other = die.oneOf(coming());
      if (other) await changeSeriesSomehow(mia(), other.id, die, rhythm).catch(refused);
      const [changed] = rows<{ id: string }>("SELECT seriesId AS id FROM SeriesChange WHERE at = @now", { now });
      now = minutesAfter(now, 1);
      if (changed?.id !== besideTheList(mia()).changes[0]?.id) continue;
      await undoSomehow(mia());
      expect(asTheyStand(until), `${seed}: turn ${turn}, after ${kind}`).toEqual(before);
      undone++;
    }
    expect(undone).toBeGreaterThan(edits / circles / 3);
  });
});

/**
 * What there is to see of every gathering, with what stands of its answers. Of one that nobody had anything to do with there may be
 * another; and one that was there for a minute is off now, when a mail asked about it.
 */
const asTheyStand = (until: string) =>
  rows<Record<string, unknown>>(
    `SELECT g.startLocal, g.startsAt, g.minutes, g.place, g.about, g.online, g.answerDays, g.cancelledAt IS NOT NULL AS off,
       (SELECT json_group_array(json_object('who', r.memberId, 'said', ${said("r")}) ORDER BY r.memberId) FROM Response r
         WHERE r.gatheringId = g.id) AS answers
     FROM Gathering g WHERE g.startsAt < @until
         AND (g.cancelledAt IS NULL OR EXISTS (SELECT 1 FROM Response r WHERE r.gatheringId = g.id AND r.standing = 0))`,
    { until },
  )
    .map((one) => JSON.stringify(one))
    .sort();
