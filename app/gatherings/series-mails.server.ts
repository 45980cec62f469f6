import { hasStopped } from "~/groups/fewer-mails.server";
import { capital, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { Composers, Due } from "~/mail/composing.server";
import { addDays } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { calendarFollowsLetter, goesOnLetter, pausedLetter, seriesChangedLetter, seriesLetter } from "../../emails/series";
import { aboutIt, byNames, byOf, oneGathering, readerOf } from "./about-in-mails.server";
import { aboutPause, aboutSeries, aboutThese } from "./by-mail/for-calendars.server";
import { placeOnline } from "./online";
import { momentBeside, onOwnClock } from "./own-clock";
import { seriesInWords } from "./rhythm-words";

const oneSeries = groupQuery<{
  rule: string;
  firstLocal: string;
  minutes: number;
  place: string;
  online: string;
  endsOn: string | null;
  sequence: number;
}>("SELECT rule, firstLocal, minutes, place, online, endsOn, sequence FROM Series WHERE id = @seriesId AND groupId = @groupId");
/** A gathering among others: only when it is. */
interface Day {
  startLocal: string;
  startsAt: string;
  zone: string;
}
const firstDays = groupQuery<Day>(
  `SELECT startLocal, startsAt, zone FROM Gathering WHERE seriesId = @seriesId AND groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL
   ORDER BY startsAt LIMIT 6`,
);

const onePause = groupQuery<{ from: string; until: string | null; endedAt: string | null }>(
  'SELECT "from", until, endedAt FROM Pause WHERE id = @pauseId AND groupId = @groupId',
);
const nextDays = groupQuery<Day>(
  "SELECT startLocal, startsAt, zone FROM Gathering WHERE groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL ORDER BY startsAt LIMIT 6",
);

const daysFrom = groupQuery<Day>(
  "SELECT startLocal, startsAt, zone FROM Gathering WHERE groupId = @groupId AND startsAt >= @since AND cancelledAt IS NULL ORDER BY startsAt LIMIT 6",
);

const firstAfter = groupQuery<Day>(
  `SELECT startLocal, startsAt, zone FROM Gathering WHERE groupId = @groupId AND startsAt > @now AND startLocal >= @day AND cancelledAt IS NULL
   ORDER BY startsAt LIMIT 1`,
);

/** The mails about more than one gathering: a series, and a pause of them all. */
export const seriesMails: Pick<Composers, "seriesPlanned" | "seriesChanged" | "calendarFollows" | "circlePaused" | "circleGoesOn"> = {
  seriesPlanned(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "seriesPlanned")) return null;
    const first = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    const series = oneSeries.first(viewer, { seriesId: data.seriesId });
    if (!series || !first || first.cancelledAt || first.startsAt <= now) return null;
    const days = firstDays.all(viewer, { seriesId: data.seriesId });
    const letter = seriesLetter({
      ...aboutIt(viewer, first, byOf(viewer, first, t), language, t),
      about: first.about,
      sentences: seriesInWords(series, language, t),
      days: days.map((day) => capital(dayInWords(viewer, day, language, t))),
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...aboutSeries(viewer, due, data.seriesId) };
  },

  seriesChanged(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const series = viewer && oneSeries.first(viewer, { seriesId: data.seriesId });
    // Changed again since: another mail says how.
    if (!viewer || series?.sequence !== data.sequence) return null;
    const first = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!first || first.cancelledAt || first.startsAt <= now) return null;
    // What is undone may leave some where the change put them.
    const days = data.back ? daysFrom.all(viewer, { since: first.startsAt }) : firstDays.all(viewer, { seriesId: data.seriesId });
    const letter = seriesChangedLetter({
      ...aboutIt(viewer, first, byNames(viewer, data, t), language, t),
      sentences: seriesInWords(series, language, t),
      days: days.map((day) => capital(dayInWords(viewer, day, language, t))),
      off: data.off.map((startLocal) => capital(longMoment(startLocal, language, t))),
      online: data.online ? { now: placeOnline(series.online) } : null,
      ...{ back: data.back === true, mine: first.mine },
      answerHref: link(`/a/${data.answerToken}`),
    });
    return { ...letter, ...aboutSeries(viewer, due, data.seriesId) };
  },

  calendarFollows(due) {
    const { memberId, language, now, t } = due;
    const viewer = readerOf(memberId, now);
    if (!viewer || viewer.closedAt) return null;
    const forThem = followed(viewer, due);
    return forThem?.calendar ? { ...calendarFollowsLetter(aboutCircle(viewer, language, t)), ...forThem } : null;
  },

  circlePaused(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const pause = viewer && onePause.first(viewer, { pauseId: data.pauseId });
    if (!viewer || viewer.closedAt || !pause || pause.endedAt) return null;
    const [from, until] = [pause.from, pause.until].map((day) => day && longDay(day, language));
    const next = pause.until ? firstAfter.first(viewer, { day: addDays(pause.until, 1) }) : undefined;
    const letter = pausedLetter({
      ...aboutCircle(viewer, language, t),
      by: byNames(viewer, data, t),
      when: until ? t("gatherings.mailPausedDays", { from: from ?? "", until }) : t("gatherings.mailPausedFrom", { from: from ?? "" }),
      next: next ? dayInWords(viewer, next, language, t) : null,
      href: seeAll(viewer, link),
    });
    return { ...letter, ...aboutPause(viewer, due, { ...data, on: false }) };
  },

  circleGoesOn(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const pause = viewer && onePause.first(viewer, { pauseId: data.pauseId });
    if (!viewer || viewer.closedAt || !pause?.endedAt) return null;
    const letter = goesOnLetter({
      ...aboutCircle(viewer, language, t),
      by: byNames(viewer, data, t),
      days: nextDays.all(viewer).map((day) => capital(dayInWords(viewer, day, language, t))),
      href: seeAll(viewer, link),
    });
    return { ...letter, ...aboutPause(viewer, due, { ...data, on: true }) };
  },
};

/** What calendars follow; null for what was changed again since: another mail brings it. */
function followed(viewer: MemberViewer, due: Due<"calendarFollows">) {
  const { data } = due;
  const now =
    "gatheringId" in data
      ? oneGathering.first(viewer, { gatheringId: data.gatheringId })
      : oneSeries.first(viewer, { seriesId: data.seriesId });
  if (!now || ("sequence" in data && now.sequence !== data.sequence)) return null;
  if ("pauseId" in data) return aboutPause(viewer, due, data);
  if ("gatheringId" in data) return aboutThese(viewer, due, data.gatheringId, [data.gatheringId]);
  return aboutSeries(viewer, due, data.seriesId, false);
}

function dayInWords({ ownZone }: MemberViewer, day: Day, language: Language, t: Say): string {
  return momentBeside({ startLocal: day.startLocal, yours: onOwnClock(day, ownZone) }, language, t);
}

export function seeAll({ accountId, groupId }: MemberViewer, link: (path: string) => string): string | null {
  return accountId ? link(`/g/${groupId}/gatherings`) : null;
}

export function aboutCircle(viewer: MemberViewer, language: Language, t: Say) {
  return { t, language, central: viewer.central.name, own: viewer.role === "central" };
}
