import { answerKinds } from "~/groups/happened";
import { photoPath } from "~/groups/photo-files.server";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { inNetwork, visible } from "~/policy/visible.server";
import type { Line } from "~/story/line";
import { columns, type RawLine, readLine, told } from "~/story/reading-lines.server";
import type { TakenCircle } from "./shape";

/** A circle as somebody takes it along. */
export interface CircleTaken {
  circle: TakenCircle;
  /** The same story, for who reads it in words. */
  lines: Line[];
  /** Photos by the hash of their file, with the name that they get. */
  photos: Map<string, string>;
  /** Whoever takes it. */
  me: string;
}

type Read<Key extends keyof TakenCircle> = TakenCircle[Key] extends (infer Row)[] ? Row : never;
/** As SQLite gives it: lists as JSON, yes and no as numbers. */
type Flat<Row, Lists extends keyof Row = never> = Omit<Row, Lists> & Record<Lists, string>;

/** @all is 1 for the whole circle, 0 for what is the viewer's own. */
const orAll = (own: string) => `(@all = 1 OR ${own})`;
const entry = `e.id, e.audience, e.authorId AS byId, b.name AS "by", f.name AS forName, e.createdAt`;
const entries = (table: string, more = "") =>
  `${table} x CROSS JOIN Entry e ON e.id = x.id LEFT JOIN Member b ON b.id = e.authorId LEFT JOIN Member f ON f.id = e.forId ${more}
   WHERE x.groupId = @groupId AND ${visible("e")}`;
const ownEntry = "coalesce(e.forId, e.authorId) = @me";
/** What something hangs under, when that is visible too. */
const under = (column: string) =>
  `(SELECT u.id FROM Entry u WHERE u.id = x.${column} AND u.groupId = @groupId AND ${visible("u")}) AS ${column}`;

const about = groupQuery<Pick<TakenCircle, "zone" | "language" | "startedAt" | "ownZone">>(
  `SELECT g.zone, g.language, g.createdAt AS startedAt, m.zone AS ownZone FROM Member m JOIN "Group" g ON g.id = m.groupId
   WHERE m.groupId = @groupId AND m.id = @me`,
);
const phases = groupQuery<Read<"phases">>("SELECT phase, since FROM Phase WHERE groupId = @groupId ORDER BY since, id");
const handovers = groupQuery<{ at: string }>("SELECT at FROM Handover WHERE groupId = @groupId ORDER BY at");
const closings = groupQuery<Omit<Read<"closings">, "inMemory"> & { inMemory: number }>(
  `SELECT c.at, c.byId, b.name AS "by", c.word, c.inMemory, c.reopenedAt FROM Closing c JOIN Member b ON b.id = c.byId
   WHERE c.groupId = @groupId AND ${orAll("c.byId = @me")} ORDER BY c.at, c.id`,
);
const laterReaders = groupQuery<{ memberId: string }>(
  "SELECT memberId FROM LaterReader WHERE groupId = @groupId AND @all = 1 ORDER BY memberId",
);
const people = groupQuery<Flat<Read<"people">, "places" | "helped"> & { hash: string | null }>(
  `SELECT m.id, m.name, m.relation, m.mail, m.birthday, m.createdAt AS addedAt, p.hash, NULL AS photo,
     (SELECT json_group_array(json_object('role', s.role, 'ring', s.ring, 'capacity', s.capacity, 'function', s.function,
       'service', s.service, 'since', s.since, 'until', s.until) ORDER BY s.since, s.id) FROM Membership s WHERE s.memberId = m.id) AS places,
     (SELECT json_group_array(json_object('since', a.since, 'until', a.until) ORDER BY a.since) FROM Assistance a
       WHERE a.groupId = m.groupId AND a.assistantId = m.id) AS helped
   FROM Member m LEFT JOIN Photo p ON p.id = m.photoId WHERE m.groupId = @groupId AND ${orAll("m.id = @me")}
   ORDER BY NOT EXISTS (SELECT 1 FROM Membership c WHERE c.memberId = m.id AND c.role = 'central'), m.createdAt, m.id`,
);
const wordOf = (answer: string) => `CASE WHEN ${answer}.memberId = @me OR ${inNetwork} THEN ${answer}.word ELSE '' END`;
const answered = `SELECT 1 FROM Response r WHERE r.gatheringId = g.id AND r.memberId = @me`;
/** A part in the lists of gathering g. */
const hasPart = `EXISTS (SELECT 1 FROM Lift l WHERE l.gatheringId = g.id AND (l.riderId = @me OR l.driverId = @me))
  OR EXISTS (SELECT 1 FROM Car c WHERE c.gatheringId = g.id AND c.driverId = @me)
  OR EXISTS (SELECT 1 FROM Bringing i WHERE i.gatheringId = g.id AND (i.memberId = @me OR i.askedById = @me))`;
const series = groupQuery<Flat<Read<"series">, "always">>(
  `SELECT z.id, z.rule, z.firstLocal, z.zone, z.minutes, z.place, z.about, z.online, z.answerDays, z.endsOn, z.followsId, z.createdAt,
     (SELECT json_group_array(json_object('memberId', t.memberId, 'name', m.name, 'answer', t.answer, 'at', t.at, 'byId', t.byId, 'by', b.name)
       ORDER BY t.at, t.memberId) FROM StandingAnswer t JOIN Member m ON m.id = t.memberId JOIN Member b ON b.id = t.byId
       WHERE t.seriesId = z.id AND t.groupId = @groupId AND ${orAll("t.memberId = @me")}) AS always
   FROM Series z
   WHERE z.groupId = @groupId AND ${orAll("EXISTS (SELECT 1 FROM StandingAnswer o WHERE o.seriesId = z.id AND o.memberId = @me)")}
   ORDER BY z.createdAt, z.id`,
);
const undated = groupQuery<Read<"undatedSeries">>(
  `SELECT u.id, u.timesAYear, u.notIn, u.since, u.endsOn, u.minutes, u.place, u.about, u.createdAt FROM UndatedSeries u
   WHERE u.groupId = @groupId AND @all = 1 ORDER BY u.createdAt, u.id`,
);
const gatherings = groupQuery<Flat<Read<"gatherings">, "answers" | "lifts" | "cars" | "bringings">>(
  `SELECT g.id, CASE WHEN @all = 1 THEN g.seriesId END AS seriesId,
     CASE WHEN @all = 1 THEN g.undatedId END AS undatedId, g.startLocal, g.zone, g.startsAt, g.minutes, g.place, g.about, g.online, g.answerDays, g.cancelledAt, g.createdAt,
     (SELECT json_group_array(json_object('memberId', r.memberId, 'name', m.name, 'answer', r.answer, 'word', ${wordOf("r")}, 'at', r.at,
       'forLocal', r.forLocal, 'byId', r.byId, 'by', b.name) ORDER BY r.at, r.id) FROM Response r JOIN Member m ON m.id = r.memberId JOIN Member b ON b.id = r.byId
       WHERE r.gatheringId = g.id AND r.groupId = @groupId AND ${orAll("r.memberId = @me")}) AS answers,
     (SELECT json_group_array(json_object('riderId', l.riderId, 'rider', m.name, 'word', CASE WHEN ${inNetwork} OR l.riderId = @me THEN l.word ELSE '' END,
       'driverId', l.driverId, 'driver', d.name, 'at', l.at, 'byId', b.id, 'by', b.name) ORDER BY l.at, l.riderId)
       FROM Lift l JOIN Member m ON m.id = l.riderId LEFT JOIN Member d ON d.id = l.driverId JOIN Member b ON b.id = coalesce(l.takenById, l.byId)
       WHERE l.gatheringId = g.id AND l.groupId = @groupId AND ${orAll("l.riderId = @me OR l.driverId = @me")}) AS lifts,
     (SELECT json_group_array(json_object('driverId', c.driverId, 'driver', d.name, 'places', c.places, 'word', c.word, 'at', c.at,
       'byId', c.byId, 'by', b.name) ORDER BY c.at, c.driverId) FROM Car c JOIN Member d ON d.id = c.driverId JOIN Member b ON b.id = c.byId
       WHERE c.gatheringId = g.id AND c.groupId = @groupId AND ${orAll("c.driverId = @me")}) AS cars,
     (SELECT json_group_array(json_object('id', i.id, 'what', i.what, 'at', i.at, 'askedById', i.askedById, 'askedBy', a.name, 'askedFor', f.name,
       'memberId', i.memberId, 'name', m.name, 'byId', i.saidById, 'by', b.name) ORDER BY i.id) FROM Bringing i
       LEFT JOIN Member a ON a.id = i.askedById LEFT JOIN Member f ON f.id = i.askedForId LEFT JOIN Member m ON m.id = i.memberId
       LEFT JOIN Member b ON b.id = i.saidById
       WHERE i.gatheringId = g.id AND i.groupId = @groupId AND ${orAll("i.memberId = @me OR i.askedById = @me")}) AS bringings
   FROM Gathering g WHERE g.groupId = @groupId AND ${orAll(`EXISTS (${answered}) OR ${hasPart}`)} ORDER BY g.startsAt, g.id`,
);
const saidOf = "SELECT 1 FROM PollOption o JOIN PollAnswer a ON a.optionId = o.id AND a.memberId = @me WHERE o.pollId = p.id";
const dates = groupQuery<Flat<Read<"dates">, "moments" | "answers">>(
  `SELECT p.id, CASE WHEN @all = 1 THEN p.undatedId END AS undatedId, p.place, p.about, p.minutes, p.zone, p.answerUntil, p.byId, b.name AS "by", f.name AS forName, p.createdAt, p.endedAt,
     (SELECT json_group_array(json_object('id', o.id, 'startLocal', o.startLocal, 'startsAt', o.startsAt, 'gatheringId', o.gatheringId)
       ORDER BY o.startsAt, o.id) FROM PollOption o WHERE o.pollId = p.id) AS moments,
     (SELECT json_group_array(json_object('momentId', o.id, 'memberId', a.memberId, 'name', m.name, 'answer', a.answer, 'word', ${wordOf("a")},
       'at', a.at, 'byId', a.byId, 'by', n.name) ORDER BY o.startsAt, a.at, a.memberId) FROM PollOption o JOIN PollAnswer a ON a.optionId = o.id
       JOIN Member m ON m.id = a.memberId JOIN Member n ON n.id = a.byId WHERE o.pollId = p.id AND ${orAll("a.memberId = @me")}) AS answers
   FROM DatePoll p JOIN Member b ON b.id = p.byId LEFT JOIN Member f ON f.id = p.forId
   WHERE p.groupId = @groupId AND ${orAll(`EXISTS (${saidOf})`)} ORDER BY p.createdAt, p.id`,
);
const dreams = groupQuery<Read<"dreams">>(
  `SELECT ${entry}, x.text, x.cameTrueAt, x.letGoAt FROM ${entries("Dream")} AND ${orAll(ownEntry)} ORDER BY e.createdAt, e.id`,
);
const goals = groupQuery<Read<"goals">>(
  `SELECT ${entry}, x.text, ${under("dreamId")}, x.reachedAt, x.letGoAt FROM ${entries("Goal")} AND ${orAll(ownEntry)} ORDER BY e.createdAt, e.id`,
);
const promised = "EXISTS (SELECT 1 FROM ActionMember am WHERE am.actionId = x.id AND am.memberId = @me)";
const actions = groupQuery<Flat<Read<"actions">, "people">>(
  `SELECT ${entry}, x.text, ${under("goalId")}, x.dueOn, x.doneAt, (SELECT d.name FROM Member d WHERE d.id = x.doneById) AS doneBy, x.letGoAt,
     (SELECT json_group_array(json_object('id', m.id, 'name', m.name) ORDER BY m.name, m.id)
       FROM ActionMember am JOIN Member m ON m.id = am.memberId WHERE am.actionId = x.id) AS people
   FROM ${entries('"Action"')} AND ${orAll(`${ownEntry} OR ${promised}`)} ORDER BY e.createdAt, e.id`,
);
const support = groupQuery<Omit<Read<"support">, "paid"> & { paid: number }>(
  `SELECT ${entry}, x.what AS text, x.memberId, coalesce(m.name, x.service, '') AS who, x.domain, x.paid, x.since, x.until
   FROM ${entries("Support", "LEFT JOIN Member m ON m.id = x.memberId")} AND ${orAll(`${ownEntry} OR x.memberId = @me`)}
   ORDER BY x.since, e.id`,
);
const privateNotes = groupQuery<Read<"privateNotes">>(
  "SELECT id, text, createdAt FROM PrivateNote WHERE groupId = @groupId AND authorId = @me ORDER BY createdAt, id",
);
const usual = groupQuery<Read<"usualAudiences">>(
  "SELECT kind, audience, since, until FROM ForWhom WHERE groupId = @groupId AND @all = 1 ORDER BY since, id",
);
const wish = groupQuery<{ lead: TakenCircle["remindedBefore"] }>(
  "SELECT lead FROM ReminderWish WHERE groupId = @groupId AND memberId = @me",
);
const stopped = groupQuery<Read<"mailsStopped">>(
  "SELECT kind, at FROM MailStop WHERE groupId = @groupId AND memberId = @me ORDER BY at, kind",
);
/** What somebody did in their own name, and is about no entry, they know, also when they have left. */
const didThemselves = `(s.byId = @me AND s.forId IS NULL AND s.entryId IS NULL AND s.kind NOT IN ${answerKinds})`;
const story = groupQuery<RawLine>(
  `SELECT ${columns} FROM StoryLine s LEFT JOIN Entry e ON e.id = s.entryId
   WHERE s.groupId = @groupId AND (${told} OR ${didThemselves}) AND ${orAll("s.byId = @me OR s.forId = @me OR s.memberId = @me")}
   ORDER BY s.at, s.id`,
);

/**
 * What somebody takes along of a circle: all that they may see of it, or only what is their own (who they are in it, what
 * they answered, wrote, promised, support, and what the story tells of them). Nineteen statements, whatever its age.
 */
export function circleTaken(viewer: MemberViewer, which: "all" | "own"): CircleTaken {
  const all = which === "all" ? 1 : 0;
  const found = about.first(viewer);
  if (!found) throw new Error("a circle without a row");
  const photos = new Map<string, string>();
  const photoOf = (hash: string | null) => {
    if (!hash) return null;
    photos.set(hash, `photos/${photoPath(hash, "large").replace(/^.*[/\\]/, "")}`);
    return photos.get(hash) ?? null;
  };
  const raw = story.all(viewer, { all });
  const circle: TakenCircle = {
    ...{ id: viewer.groupId, name: viewer.central.name, ...found },
    phases: phases.all(viewer),
    handedOverAt: handovers.all(viewer).map(({ at }) => at),
    closings: closings.all(viewer, { all }).map(({ inMemory, ...one }) => ({ ...one, inMemory: inMemory === 1 })),
    laterReaders: laterReaders.all(viewer, { all }).map(({ memberId }) => memberId),
    people: people.all(viewer, { all }).map(({ hash, places, helped, ...one }) => ({
      ...{ ...one, photo: photoOf(hash), places: JSON.parse(places), helped: JSON.parse(helped) },
    })),
    series: series.all(viewer, { all }).map(({ always, ...one }) => ({ ...one, always: JSON.parse(always) })),
    undatedSeries: undated.all(viewer, { all }),
    gatherings: gatherings.all(viewer, { all }).map(({ answers, lifts, cars, bringings, ...one }) => ({
      ...{ ...one, answers: JSON.parse(answers), lifts: JSON.parse(lifts), cars: JSON.parse(cars), bringings: JSON.parse(bringings) },
    })),
    dates: dates.all(viewer, { all }).map(({ moments, answers, ...one }) => ({
      ...{ ...one, moments: JSON.parse(moments), answers: JSON.parse(answers) },
    })),
    dreams: dreams.all(viewer, { all }),
    goals: goals.all(viewer, { all }),
    actions: actions.all(viewer, { all }).map(({ people, ...one }) => ({ ...one, people: JSON.parse(people) })),
    support: support.all(viewer, { all }).map(({ paid, ...one }) => ({ ...one, paid: paid === 1 })),
    privateNotes: privateNotes.all(viewer),
    usualAudiences: usual.all(viewer, { all }),
    remindedBefore: wish.first(viewer)?.lead ?? null,
    mailsStopped: stopped.all(viewer),
    story: raw.map(({ at, kind, byId, byName, forName, detail }) => ({
      ...{ at, kind, byId, by: byName, forName, detail: whatWasKept(detail) },
    })),
  };
  return { circle, lines: raw.flatMap((one) => readLine(viewer, one) ?? []), photos, me: viewer.memberId };
}

/** What a line kept, as it lies there; one that is damaged does not keep all the rest from leaving. */
function whatWasKept(detail: string): Record<string, unknown> {
  try {
    return JSON.parse(detail);
  } catch {
    return {};
  }
}
