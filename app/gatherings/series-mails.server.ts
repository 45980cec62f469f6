import { capital, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { Composers } from "~/mail/composing.server";
import { addDays } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { goesOnLetter, pausedLetter, seriesChangedLetter, seriesLetter } from "../../emails/series";
import { aboutIt, byNames, byOf, oneGathering, readerOf } from "./about-in-mails.server";
import { hasStopped } from "./fewer-mails.server";
import { seriesInWords } from "./rhythm-words";

const oneSeries = groupQuery<{ rule: string; firstLocal: string; minutes: number; place: string; endsOn: string | null; sequence: number }>(
  "SELECT rule, firstLocal, minutes, place, endsOn, sequence FROM Series WHERE id = @seriesId AND groupId = @groupId",
);
const firstDays = groupQuery<{ startLocal: string }>(
  `SELECT startLocal FROM Gathering WHERE seriesId = @seriesId AND groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL
   ORDER BY startsAt LIMIT 6`,
);

const onePause = groupQuery<{ from: string; until: string | null; endedAt: string | null }>(
  'SELECT "from", until, endedAt FROM Pause WHERE id = @pauseId AND groupId = @groupId',
);
const nextDays = groupQuery<{ startLocal: string }>(
  "SELECT startLocal FROM Gathering WHERE groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL ORDER BY startsAt LIMIT 6",
);

const firstAfter = groupQuery<{ startLocal: string }>(
  `SELECT startLocal FROM Gathering WHERE groupId = @groupId AND startsAt > @now AND startLocal >= @day AND cancelledAt IS NULL
   ORDER BY startsAt LIMIT 1`,
);

/** The mails about more than one gathering: a series, and a pause of them all. */
export const seriesMails: Pick<Composers, "seriesPlanned" | "seriesChanged" | "circlePaused" | "circleGoesOn"> = {
  seriesPlanned({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "seriesPlanned")) return null;
    const first = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    const series = oneSeries.first(viewer, { seriesId: data.seriesId });
    if (!series || !first || first.cancelledAt || first.startsAt <= now) return null;
    const days = firstDays.all(viewer, { seriesId: data.seriesId });
    return seriesLetter({
      ...aboutIt(viewer, first, byOf(viewer, first, t), language, t),
      about: first.about,
      sentences: seriesInWords(series, language, t),
      days: days.map(({ startLocal }) => capital(longMoment(startLocal, language, t))),
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
  },

  seriesChanged({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const series = viewer && oneSeries.first(viewer, { seriesId: data.seriesId });
    // Changed again since: another mail says how.
    if (!viewer || series?.sequence !== data.sequence) return null;
    const first = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!first || first.cancelledAt || first.startsAt <= now) return null;
    const inWords = (startLocal: string) => capital(longMoment(startLocal, language, t));
    return seriesChangedLetter({
      ...aboutIt(viewer, first, byNames(viewer, data, t), language, t),
      sentences: seriesInWords(series, language, t),
      days: firstDays.all(viewer, { seriesId: data.seriesId }).map(({ startLocal }) => inWords(startLocal)),
      off: data.off.map(inWords),
      answerHref: link(`/a/${data.answerToken}`),
    });
  },

  circlePaused({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const pause = viewer && onePause.first(viewer, { pauseId: data.pauseId });
    if (!viewer || !pause || pause.endedAt) return null;
    const [from, until] = [pause.from, pause.until].map((day) => day && longDay(day, language));
    const next = pause.until ? firstAfter.first(viewer, { day: addDays(pause.until, 1) }) : undefined;
    return pausedLetter({
      ...aboutCircle(viewer, byNames(viewer, data, t), language, t),
      when: until ? t("gatherings.mailPausedDays", { from: from ?? "", until }) : t("gatherings.mailPausedFrom", { from: from ?? "" }),
      next: next ? longMoment(next.startLocal, language, t) : null,
      href: seeAll(viewer, link),
    });
  },

  circleGoesOn({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const pause = viewer && onePause.first(viewer, { pauseId: data.pauseId });
    if (!viewer || !pause?.endedAt) return null;
    return goesOnLetter({
      ...aboutCircle(viewer, byNames(viewer, data, t), language, t),
      days: nextDays.all(viewer).map(({ startLocal }) => capital(longMoment(startLocal, language, t))),
      href: seeAll(viewer, link),
    });
  },
};

function seeAll({ accountId, groupId }: MemberViewer, link: (path: string) => string): string | null {
  return accountId ? link(`/g/${groupId}/gatherings`) : null;
}

function aboutCircle(viewer: MemberViewer, by: string, language: Language, t: Say) {
  return { t, language, central: viewer.central.name, own: viewer.role === "central", by };
}
