import { beforeEach, describe, expect, it } from "vitest";
import { cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { zoneMails } from "../../app/gatherings/moving-zone/mails.server";
import { moveAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { slots } from "../../app/gatherings/recurrence";
import { gatheringChange, pauseForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { addDays } from "../../app/platform/wall-clock";
import { type Dice, dice } from "../dice";
import { changeSeriesSomehow, undoSomehow } from "../some-series";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute, takingAnswersIn } from "./desk";
import { OwnCalendar } from "./importing";

/** How many edits, in how many circles; more with EDITS=3000. */
const edits = Number(process.env.EDITS ?? 80);
const circles = 4;

const desk = freshDesk();
takingAnswersIn();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails, ...zoneMails };
  const { jan, mia, fatima } = world.members;
  await transaction((tx) => tx.member.updateMany({ where: { id: { notIn: [jan, mia, fatima] } }, data: { accountId: null } }));
});

interface Row {
  id: string;
  slotLocal: string;
  startLocal: string;
  startsAt: string;
  minutes: number;
  place: string;
  online: string;
  version: number;
  cancelledAt: string | null;
  rule: string;
  firstLocal: string;
  endsOn: string | null;
}
const all = () =>
  rows<Row>(
    `SELECT g.id, slotLocal, startLocal, startsAt, g.minutes, g.place, g.online, g.version, cancelledAt, s.rule, s.firstLocal, s.endsOn
     FROM Gathering g JOIN Series s ON s.id = g.seriesId ORDER BY startsAt, g.id`,
  );
const mia = () => as(world, "mia", desk.clock());
const today = () => desk.clock().slice(0, 10);

/** In the hall one can take part online; with one that is moved that ends. */
const places = [
  { place: "bij Jan thuis", online: "" },
  { place: "in de zaal", online: "https://meet.example.org/KringVanJan" },
];
const rhythm = ({ upTo, oneOf }: Dice): Record<string, string> => ({
  ...(upTo(1) === 0
    ? { kind: "weeks", weeksEvery: String(2 + upTo(4)), weeksDay: String(1 + upTo(6)) }
    : { kind: "months", monthsNth: oneOf(["1", "2", "3", "4", "-1"]) ?? "1", monthsDay: String(1 + upTo(6)) }),
  ...{ hour: oneOf(["10:00", "19:30", "20:00"]) ?? "", ...oneOf(places) },
});
const plan = (die: Dice) =>
  planSeries(mia(), seriesForm.parse({ ...seriesToBegin, ...rhythm(die), from: addDays(today(), 1 + die.upTo(20)) }), null);

const edit: Record<string, (row: Row, die: Dice) => Promise<unknown>> = {
  /** Never past another of its series: calendars do not agree what that is. */
  move: ({ id, slotLocal, minutes, place, version }, { upTo, oneOf }) => {
    const moved = { day: addDays(slotLocal.slice(0, 10), upTo(8) - 4), hour: oneOf(["10:00", "20:30"]), place };
    return changeGathering(mia(), id, gatheringChange.parse({ ...moved, minutes: String(minutes), version: String(version) }), null);
  },
  cancel: ({ id }) => cancelGathering(mia(), id, null),
  /** Not what fell away from a series: that is an event by itself from then on, and falls away with no other. */
  goOn: async ({ id, slotLocal, rule, firstLocal, endsOn }) => {
    const [slot] = slots(rule, firstLocal, { from: slotLocal, limit: 1, ...(endsOn && { to: endsOn }) });
    if (slot === slotLocal) await letItGoOn(mia(), id);
  },
  answer: ({ id }, { oneOf }) => {
    const form = answerForm.parse({ answer: oneOf(["yes", "no", "maybe"]) });
    return answer(as(world, "fatima", desk.clock()), id, world.members.fatima, form, null, "/");
  },
  series: ({ id }, die) => changeSeriesSomehow(mia(), id, die, rhythm),
  undo: () => undoSomehow(mia()),
  pause: (_, { upTo }) => pause(mia(), pauseForm.parse({ from: addDays(today(), upTo(20)), until: addDays(today(), 21 + upTo(60)) }), null),
  meetAgain: () => meetAgain(mia()),
  zone: async (_, { oneOf }) => {
    const [jan, zone] = [as(world, "jan", desk.clock()), oneOf(["Europe/Brussels", "America/New_York", "Australia/Sydney"]) ?? ""];
    return moveZone(jan, { zone }, moveAhead(jan, zone).print, null);
  },
  later: async (_, { upTo }) => {
    desk.time += (1 + upTo(20)) * 24 * 60 * minute;
    await fillHorizons(desk.clock());
  },
};
const kinds = ["move", "move", "cancel", "goOn", "answer", "series", "series", "undo", "zone", "pause", "meetAgain", "later"];

/** To where all that goes on stands: beyond it calendars go on with the rule, and the page does not yet. */
const horizon = () =>
  `${rows<{ day: string }>("SELECT min(filledTo) AS day FROM Series WHERE endsOn IS NULL OR endsOn > filledTo")[0]?.day ?? "2099-12-31"}T00:00:00.000Z`;

describe("Whatever is done with what is planned", () => {
  it.each(Array.from({ length: circles }, (_, place) => place + 1))(
    "who only gets the mails has in their calendar what the page shows (%s)",
    { timeout: 240_000 },
    async (seed) => {
      const die = dice(Number(process.env.SEED ?? 20_261_127) + seed);
      await plan(die);
      const calendar = new OwnCalendar();
      const done: string[] = [];
      for (let turn = 0; turn < edits / circles; turn++) {
        await desk.turn();
        for (const one of desk.office.delivered.splice(0)) if (one.to[0] === cast.fatima.mail) calendar.take(one);
        const until = horizon();
        const shown = all().filter(({ cancelledAt, startsAt }) => !cancelledAt && startsAt <= until);
        expect(calendar.shows(until), `${seed}: ${done.join(" ")}`).toEqual(shown.map(({ startsAt }) => startsAt));
        expect(calendar.links(until), `${seed}: ${done.join(" ")}`).toEqual(
          shown.map(({ startsAt, online }) => `${startsAt} ${online}`).sort(),
        );

        desk.time += minute;
        const coming = all().filter(({ startsAt }) => startsAt > desk.clock());
        const row = die.oneOf(coming);
        const kind = row ? (die.oneOf(kinds) ?? "later") : "plan";
        done.push(kind);
        if (!row) await plan(die);
        else
          await edit[kind]?.(row, die).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
      }
    },
  );
});
