import { capital, hourOf, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { Composers } from "~/mail/composing.server";
import { minutesAfter } from "~/platform/clock.server";
import { localOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import { type MemberViewer, recipient } from "~/policy/viewer.server";
import { cancelledLetter, changedLetter, gatheringLetter, onLetter, seriesChangedLetter, seriesLetter } from "../../emails/gathering";
import { asksAgain } from "./asking-again";
import { hasStopped } from "./fewer-mails.server";
import { seriesInWords } from "./rhythm-words";

interface Read {
  startLocal: string;
  startsAt: string;
  zone: string;
  minutes: number;
  place: string;
  about: string;
  byName: string;
  forName: string | null;
  sequence: number;
  movedAt: string | null;
  cancelledAt: string | null;
  cancelledBy: string | null;
}

const oneGathering = groupQuery<Read>(
  `SELECT g.startLocal, g.startsAt, g.zone, g.minutes, g.place, g.about, b.name AS byName, f.name AS forName, g.sequence, g.movedAt, g.cancelledAt, c.name AS cancelledBy
   FROM Gathering g JOIN Member b ON b.id = g.byId LEFT JOIN Member f ON f.id = g.forId LEFT JOIN Member c ON c.id = g.cancelledById
   WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);
const oneSeries = groupQuery<{ rule: string; firstLocal: string; minutes: number; place: string; endsOn: string | null; sequence: number }>(
  "SELECT rule, firstLocal, minutes, place, endsOn, sequence FROM Series WHERE id = @seriesId AND groupId = @groupId",
);
const firstDays = groupQuery<{ startLocal: string }>(
  `SELECT startLocal FROM Gathering WHERE seriesId = @seriesId AND groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL
   ORDER BY startsAt LIMIT 6`,
);

/** The mails about gatherings, written when they leave. Nobody gets one who left, or about what has begun or is as it was before. */
export const gatheringMails: Pick<
  Composers,
  "seriesPlanned" | "seriesChanged" | "gatheringPlanned" | "gatheringChanged" | "gatheringOn" | "gatheringCancelled"
> = {
  gatheringPlanned({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "gatheringPlanned")) return null;
    const gathering = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!gathering || gathering.cancelledAt || gathering.startsAt <= now) return null;
    return gatheringLetter({
      ...aboutIt(viewer, gathering, byOf(viewer, gathering, t), language, t),
      about: gathering.about,
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
  },

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

  gatheringChanged({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const { was } = data;
    const from = was.startLocal && longMoment(was.startLocal, language, t, viewer.today);
    const asks = was.startLocal !== null && asksAgain(was.startLocal, gathering.startLocal);
    return changedLetter({
      ...aboutIt(viewer, gathering, byNames(viewer, data, t), language, t),
      ...{ from, fromPlace: was.place, answerHref: asks ? link(`/a/${data.answerToken}`) : null },
      href: seeIt(viewer, data.gatheringId, link),
    });
  },

  gatheringOn({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const about = aboutIt(viewer, gathering, byNames(viewer, data, t), language, t);
    return onLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
  },

  gatheringCancelled({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering?.cancelledAt || gathering.startsAt <= now) return null;
    const about = aboutIt(viewer, gathering, gathering.cancelledBy ?? "", language, t);
    return cancelledLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
  },
};

function readerOf(memberId: string | null, now: string): MemberViewer | null {
  return memberId ? recipient(memberId, now) : null;
}

/** Whether a gathering is as a mail says: changed again since, another mail says how. */
function stillSo({ sequence, cancelledAt, startsAt }: Read, told: number, now: string): boolean {
  return sequence === told && !cancelledAt && startsAt > now;
}

function seeIt({ accountId, groupId }: MemberViewer, gatheringId: string, link: (path: string) => string): string | null {
  return accountId ? link(`/g/${groupId}/gatherings/${gatheringId}`) : null;
}

function byOf(viewer: MemberViewer, { byName, forName }: Read, t: Say): string {
  return byNames(viewer, { by: byName, for: forName }, t);
}

function byNames({ role }: MemberViewer, names: { by: string; for: string | null }, t: Say): string {
  return names.for ? t("app.byForWithin", { by: names.by, for: role === "central" ? t("app.youToo") : names.for }) : names.by;
}

function aboutIt(viewer: MemberViewer, gathering: Read, by: string, language: Language, t: Say) {
  const { startLocal, startsAt, minutes, zone, place } = gathering;
  const day = capital(longDay(startLocal, language, viewer.today));
  const endLocal = localOf(minutesAfter(startsAt, minutes), zone);
  const hours = t("gatherings.hours", { from: hourOf(startLocal, language), to: hourOf(endLocal, language) });
  const when = `${capital(longDay(startLocal, language))}. ${hours}`;
  return { t, language, central: viewer.central.name, own: viewer.role === "central", by, day, when, place };
}
