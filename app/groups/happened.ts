import { z } from "zod";
import { audiences, rings, roles } from "~/policy/table";

const text = z.object({ text: z.string() });
const named = z.object({ name: z.string() });
const moment = z.object({ startLocal: z.string(), place: z.string() });

/** Everything that can happen in a group, with what its story line keeps of it: names and texts as they were then. */
export const happened = {
  groupStarted: z.object({}),
  personAdded: named.extend({ role: z.enum(roles), ring: z.enum(rings).nullable() }),
  personJoined: named,
  personMoved: named.extend({ from: z.enum(rings).nullable(), to: z.enum(rings).nullable() }),
  roleChanged: named.extend({ from: z.enum(roles), to: z.enum(roles) }),
  personLeft: named,
  personLetGo: named,
  goodbyeSaid: text,
  personBack: named.extend({ role: z.enum(roles), ring: z.enum(rings).nullable() }),
  helperNamed: named,
  helperEnded: named,
  handedOver: named,
  takenAlong: z.object({}),
  erasingAsked: z.object({ on: z.string() }),
  erasingStopped: z.object({}),
  circleClosed: z.object({ word: z.string(), inMemory: z.boolean() }),
  circleReopened: z.object({}),
  seriesPlanned: moment.extend({ rule: z.string() }),
  seriesChanged: moment.extend({ rule: z.string() }),
  seriesUndone: moment.extend({ rule: z.string() }),
  undatedPlanned: z.object({ timesAYear: z.number(), place: z.string() }),
  undatedChanged: z.object({ timesAYear: z.number(), place: z.string() }),
  pauseBegun: z.object({ from: z.string(), until: z.string().nullable() }),
  pauseEnded: z.object({}),
  zoneMoved: z.object({ from: z.string(), to: z.string() }),
  gatheringPlanned: moment,
  gatheringCancelled: moment,
  gatheringOn: moment,
  gatheringMoved: moment.extend({ from: z.string() }),
  gatheringElsewhere: moment,
  answered: z.object({ startLocal: z.string(), answer: z.enum(["yes", "online", "no", "maybe"]), name: z.string() }),
  answeredAlways: z.object({ startLocal: z.string(), answer: z.enum(["yes", "online", "no"]).nullable(), name: z.string() }),
  dateSought: z.object({ moments: z.array(z.string()), place: z.string() }),
  datesAnswered: z.object({
    name: z.string(),
    answers: z.array(z.object({ startLocal: z.string(), answer: z.enum(["yes", "ifNeedBe", "no"]) })),
  }),
  dateGivenUp: z.object({}),
  dreamWritten: text,
  dreamCameTrue: text,
  dreamLetGo: text,
  dreamTakenUp: text,
  goalSet: text,
  goalReached: text,
  goalLetGo: text,
  goalTakenUp: text,
  actionPromised: text.extend({ names: z.array(z.string()) }),
  actionDone: text,
  actionReopened: text,
  actionPassedOn: text.extend({ names: z.array(z.string()) }),
  actionMoved: text.extend({ from: z.string().nullable(), to: z.string().nullable() }),
  actionLetGo: text,
  supportNoted: z.object({ what: z.string(), who: z.string() }),
  supportChanged: z.object({ what: z.string(), who: z.string() }),
  supportEnded: z.object({ what: z.string(), who: z.string() }),
  supportResumed: z.object({ what: z.string(), who: z.string() }),
  reworded: z.object({ before: z.string(), after: z.string() }),
  audienceChanged: z.object({ from: z.enum(audiences), to: z.enum(audiences) }),
} as const;

export type Happening = keyof typeof happened;

const answers: readonly Happening[] = ["answered", "answeredAlways", "datesAnswered"];
/** SQL: the kinds of lines about what somebody answered. They are the gathering's, and no story. */
export const answerKinds = `('${answers.join("', '")}')`;
export type DetailOf<Kind extends Happening> = z.infer<(typeof happened)[Kind]>;
