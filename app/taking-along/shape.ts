import { z } from "zod";
import { cans } from "~/gatherings/polls/best-moment";
import { happened } from "~/groups/happened";
import { audiences, rings, roles } from "~/policy/table";
import { domains } from "~/support/domains";

const id = z.string().describe("Stays the same in every export of this circle.");
const instant = z.iso.datetime({ precision: 3 }).describe("A moment, in UTC.");
const day = z.iso.date().describe("A day, in the zone of the circle.");
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const maybe = <Shape extends z.ZodType>(shape: Shape) => shape.nullable();
const text = z.string();
const name = z.string().describe("As it is now; in `story` as it was then.");

const byWhom = {
  byId: id,
  by: name,
  forName: maybe(name).describe("For whom they did it, when an assistant acted for the central person."),
};
const entry = { id, text, audience: z.enum(audiences), ...byWhom, createdAt: instant };
const period = { since: instant, until: maybe(instant) };

const place = z.object({
  ...{ role: z.enum(roles), ring: maybe(z.enum(rings)), capacity: maybe(z.enum(["personal", "mandate"])) },
  ...{ function: maybe(text), service: maybe(text), ...period },
});
const person = z.object({
  ...{ id, name, relation: text.describe("Who they are for the central person."), mail: maybe(text), addedAt: instant },
  birthday: maybe(text).describe("Month and day, `MM-DD`, when they said it."),
  photo: maybe(text).describe("A file in this archive."),
  places: z.array(place).describe("What they were in the circle, one after another."),
  helped: z.array(z.object(period)).describe("When they could act for the central person."),
});
const answer = z.object({
  memberId: id,
  name,
  answer: z.enum(["yes", "online", "no", "maybe"]),
  word: text,
  at: instant,
  byId: id,
  by: name,
});
const forLocal = text.describe(
  "When the gathering then was, on the clock of its zone; empty where that is not known. For a much other moment it is no answer.",
);
const answerDays = maybe(z.int()).describe("By how many days before it answers are asked for, when that was chosen.");
const online = text.describe("The link with which one takes part online, when there is one.");
const series = z.object({
  ...{ id, rule: text.describe("RRULE of RFC 5545."), firstLocal: local, zone: text, minutes: z.int(), place: text, about: text },
  ...{ online, answerDays, endsOn: maybe(day), followsId: maybe(id).describe("The series that it goes on from."), createdAt: instant },
  always: z.array(answer.omit({ word: true })).describe("What they say of all of it, until they say otherwise."),
});
const undated = z.object({
  ...{ id, timesAYear: z.int(), notIn: text.describe("Months in which it does not meet: `7,8`."), since: day, endsOn: maybe(day) },
  ...{ minutes: z.int(), place: text, about: text, createdAt: instant },
});
const lift = z.object({
  ...{ riderId: id, rider: name, word: text, driverId: maybe(id).describe("Who takes them along."), driver: maybe(name) },
  ...{ at: instant, byId: id.describe("Who said so last."), by: name },
});
const car = z.object({ driverId: id, driver: name, places: z.int(), word: text, at: instant, byId: id, by: name });
const bringing = z.object({
  ...{ id, what: text, at: instant, askedById: maybe(id).describe("Who asked for it."), askedBy: maybe(name), askedFor: maybe(name) },
  ...{
    memberId: maybe(id).describe("Who brings it."),
    name: maybe(name),
    byId: maybe(id).describe("Who said that they do."),
    by: maybe(name),
  },
});
const gathering = z.object({
  ...{ id, seriesId: maybe(id), undatedId: maybe(id).describe("Of which series without fixed days it is.") },
  ...{ startLocal: local.describe("On the clock of its zone."), zone: text, startsAt: instant },
  ...{
    minutes: z.int(),
    place: text,
    about: text,
    online,
    answerDays,
    cancelledAt: maybe(instant),
    createdAt: instant,
    answers: z.array(answer.extend({ forLocal })),
  },
  lifts: z.array(lift).describe("Who needs a lift."),
  cars: z.array(car).describe("Who can take people along."),
  bringings: z.array(bringing).describe("What is brought, and what was asked for."),
});
const date = z.object({
  ...{ id, undatedId: maybe(id).describe("For which series without fixed days."), place: text, about: text, minutes: z.int(), zone: text },
  ...{ answerUntil: maybe(day), ...byWhom, createdAt: instant },
  endedAt: maybe(instant).describe("When a moment was chosen, or no date was sought any more."),
  moments: z.array(z.object({ id, startLocal: local, startsAt: instant, gatheringId: maybe(id).describe("What it became.") })),
  answers: z.array(answer.extend({ momentId: id, answer: z.enum(cans) })),
});
const goal = { ...entry, dreamId: maybe(id), reachedAt: maybe(instant), letGoAt: maybe(instant) };
const action = {
  ...{ ...entry, goalId: maybe(id), dueOn: maybe(day), doneAt: maybe(instant), doneBy: maybe(name), letGoAt: maybe(instant) },
  people: z.array(z.object({ id, name })).describe("Who promised it."),
};
const support = {
  ...{ ...entry, memberId: maybe(id), who: text.describe("A person, or the name of a service."), domain: z.enum(domains) },
  ...{ paid: z.boolean(), since: day, until: maybe(day).describe("The first day that it was not there any more.") },
};
const line = z.object({
  ...{ at: instant, kind: z.enum(Object.keys(happened)), byId: id, by: name, forName: maybe(name) },
  detail: z.record(z.string(), z.unknown()).describe("Names and texts as they were then."),
});

const circle = z.object({
  ...{ id, name: name.describe("The central person."), zone: text, language: z.enum(["nl", "en"]), startedAt: instant },
  phases: z.array(z.object({ phase: text, since: instant })),
  handedOverAt: z.array(instant),
  closings: z.array(z.object({ at: instant, byId: id, by: name, word: text, inMemory: z.boolean(), reopenedAt: maybe(instant) })),
  laterReaders: z.array(id).describe("Who may go on reading when it is closed, as the central person chose."),
  ...{ people: z.array(person), series: z.array(series), gatherings: z.array(gathering) },
  undatedSeries: z.array(undated).describe("Series without fixed days: so many times a year, a day is chosen each time."),
  dates: z.array(date).describe("Dates that were sought, with what people said of each moment."),
  dreams: z.array(z.object({ ...entry, cameTrueAt: maybe(instant), letGoAt: maybe(instant) })),
  ...{ goals: z.array(z.object(goal)), actions: z.array(z.object(action)), support: z.array(z.object(support)) },
  privateNotes: z.array(z.object({ id, text, createdAt: instant })).describe("What the taker wrote for themselves."),
  usualAudiences: z.array(z.object({ kind: text, audience: z.enum(audiences), ...period })),
  remindedBefore: maybe(z.enum(["week", "day", "hours"])).describe("How long before a gathering I want a reminder, when I chose it."),
  ownZone: maybe(text).describe("By which clock I live, when I said that it is another than the circle's."),
  mailsStopped: z.array(z.object({ kind: text, at: instant })).describe("Which mails the taker wants no more."),
  story: z.array(line).describe("What happened, oldest first."),
});

const account = z.object({ name, mail: maybe(text), language: text, createdAt: instant, organisations: z.array(text) });

/** What is in `kring.json`: everything of one circle, or of one person in all of theirs. docs/export.md says it for others. */
export const taken = z.object({
  format: z.literal("kring export 1"),
  of: z.enum(["circle", "person"]).describe("A whole circle, or what is of one person in all of their circles."),
  madeAt: instant,
  account: maybe(account),
  circles: z.array(circle),
});

export type Taken = z.infer<typeof taken>;
export type TakenCircle = Taken["circles"][number];
