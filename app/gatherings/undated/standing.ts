import { addDays, dayOf } from "~/platform/wall-clock";
import { monthsIn } from "./schema";
import { type TimesAYear, type Turn, turnOf } from "./turn";

/** A rhythm without a date, as it is read with what became of it. */
export interface UndatedRead {
  id: string;
  timesAYear: TimesAYear;
  notIn: string;
  since: string;
  endsOn: string | null;
  minutes: number;
  place: string;
  about: string;
  createdAt: string;
  version: number;
  /** For which time who plans was mailed last, by its first day. */
  askedFrom: string | null;
  /** The last gathering that began, the next that is to come, and the poll that is open for it. */
  lastLocal: string | null;
  comingId: string | null;
  pollId: string | null;
  /** When it came to nothing last: a poll without a moment, a gathering that was called off, "not now". Instants. */
  gaveUpAt: string | null;
  offAt: string | null;
  notNowAt: string | null;
  /** JSON: every pause of the circle. */
  pauses: string;
}

const next = "g.groupId = u.groupId AND g.undatedId = u.id";
const sought = "p.groupId = u.groupId AND p.undatedId = u.id";

/** SQL: all of a group, with what became of each, at @now. */
export const standingOf = `SELECT u.id, u.timesAYear, u.notIn, u.since, u.endsOn, u.minutes, u.place, u.about, u.createdAt, u.version, u.notNowAt, u.askedFrom,
    (SELECT max(g.startLocal) FROM Gathering g WHERE ${next} AND g.cancelledAt IS NULL AND g.startsAt <= @now) AS lastLocal,
    (SELECT g.id FROM Gathering g WHERE ${next} AND g.cancelledAt IS NULL AND g.startsAt > @now ORDER BY g.startsAt LIMIT 1) AS comingId,
    (SELECT p.id FROM DatePoll p WHERE ${sought} AND p.endedAt IS NULL
       AND EXISTS (SELECT 1 FROM PollOption o WHERE o.pollId = p.id AND o.startsAt > @now) LIMIT 1) AS pollId,
    (SELECT max(coalesce(p.endedAt, (SELECT max(o.startsAt) FROM PollOption o WHERE o.pollId = p.id))) FROM DatePoll p WHERE ${sought}
       AND NOT EXISTS (SELECT 1 FROM PollOption o WHERE o.pollId = p.id AND o.gatheringId IS NOT NULL)) AS gaveUpAt,
    (SELECT max(g.cancelledAt) FROM Gathering g WHERE ${next}) AS offAt,
    (SELECT json_group_array(json_object('from', z."from", 'until', z.until, 'endedAt', z.endedAt)) FROM Pause z WHERE z.groupId = u.groupId) AS pauses
  FROM UndatedSeries u WHERE u.groupId = @groupId`;

/** How it stands: the next gathering is there, a day is sought, a time is next (due or not), it is paused, it is over. */
export type Next =
  | { kind: "coming"; gatheringId: string }
  | { kind: "sought"; pollId: string }
  | ({ kind: "turn"; due: boolean } & Turn)
  | { kind: "paused" }
  | { kind: "over" };

/** What is next of a rhythm without a date. @param today on the clock of the zone of its circle */
export function nextOf(read: UndatedRead, { today, zone }: { today: string; zone: string }): Next {
  if (read.comingId) return { kind: "coming", gatheringId: read.comingId };
  if (read.pollId) return { kind: "sought", pollId: read.pollId };
  const nothing = [read.gaveUpAt, read.offAt, read.notNowAt].flatMap((at) => (at ? dayOf(at, zone) : [])).sort();
  const { timesAYear, since, endsOn } = read;
  const turn = turnOf(
    {
      ...{ timesAYear, since, endsOn, notIn: monthsIn(read.notIn), madeOn: dayOf(read.createdAt, zone) },
      lastOn: read.lastLocal?.slice(0, 10) ?? null,
      nothingOn: nothing.at(-1) ?? null,
      pauses: (JSON.parse(read.pauses) as Paused[]).map((pause) => ({ from: pause.from, until: endOf(pause, zone) })),
    },
    today,
  );
  return typeof turn === "string" ? { kind: turn } : { kind: "turn", due: turn.seekFrom <= today, ...turn };
}

interface Paused {
  from: string;
  until: string | null;
  endedAt: string | null;
}

/** The last day of a pause: from the day on which the circle meets again it is none. */
function endOf({ until, endedAt }: Paused, zone: string): string | null {
  const ended = endedAt && addDays(dayOf(endedAt, zone), -1);
  return ended && (until === null || ended < until) ? ended : until;
}
