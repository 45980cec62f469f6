import { capital, hourOf, longDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { answerMark } from "~/mail/answer-address.server";
import { minutesAfter } from "~/platform/clock.server";
import { dayOf, localOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import { type MemberViewer, recipient } from "~/policy/viewer.server";
import type { Answer } from "./answers";
import { said } from "./asking-again";
import { letKnowBy } from "./letting-know";
import { hourBeside, onClockOf, onOwnClock, otherZoneOf } from "./own-clock";

/** A gathering as its mails read it. */
export interface Read {
  /** Of which series it is, with a date or without: its mails are one conversation. */
  seriesId: string | null;
  startLocal: string;
  startsAt: string;
  zone: string;
  minutes: number;
  place: string;
  about: string;
  online: string;
  answerDays: number | null;
  byName: string;
  forName: string | null;
  sequence: number;
  cancelledAt: string | null;
  cancelledBy: string | null;
  /** What its reader has answered already. */
  mine: Answer | null;
  /** Whether what they answered was for another moment. */
  answeredOther: 0 | 1;
}

export const oneGathering = groupQuery<Read>(
  `SELECT coalesce(g.seriesId, g.undatedId) AS seriesId, g.startLocal, g.startsAt, g.zone, g.minutes, g.place, g.about, g.online, g.answerDays, b.name AS byName, f.name AS forName, g.sequence, g.cancelledAt, c.name AS cancelledBy, ${said("r")} AS mine,
     r.answer IS NOT NULL AND ${said("r")} IS NULL AS answeredOther
   FROM Gathering g JOIN Member b ON b.id = g.byId LEFT JOIN Member f ON f.id = g.forId LEFT JOIN Member c ON c.id = g.cancelledById
     LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = @me
   WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/** Who reads a mail, as they are when it leaves. */
export function readerOf(memberId: string | null, now: string): MemberViewer | null {
  return memberId ? recipient(memberId, now) : null;
}

/** Who planned it: "Mia", or "Rita, voor Jan". */
export function byOf(viewer: MemberViewer, { byName, forName }: Read, t: Say): string {
  return byNames(viewer, { by: byName, for: forName }, t);
}

/** Who did it, in the same words; to the central person as "jou". */
export function byNames({ role }: MemberViewer, names: { by: string; for: string | null }, t: Say): string {
  return names.for ? t("app.byForWithin", { by: names.by, for: role === "central" ? t("app.youToo") : names.for }) : names.by;
}

/** What every mail about a gathering says of it. */
export function aboutIt(viewer: MemberViewer, gathering: Read, by: string, language: Language, t: Say) {
  const { startLocal, startsAt, minutes, zone, place } = gathering;
  const day = capital(longDay(startLocal, language, viewer.today));
  const endLocal = localOf(minutesAfter(startsAt, minutes), zone);
  const from = hourBeside({ startLocal, yours: onOwnClock(gathering, viewer.ownZone) }, language, t);
  const hours = t("gatherings.hours", { from, to: hourOf(endLocal, language) });
  const then = `${capital(longDay(startLocal, language))}. ${hours}`;
  const when = otherZoneOf(zone, viewer, false) ? onClockOf(then, zone, language, t) : then;
  const letKnow = gathering.mine ? null : letKnowBy(gathering, dayOf(viewer.now, zone));
  return {
    t,
    language,
    central: viewer.central.name,
    own: viewer.role === "central",
    by,
    day,
    when,
    place,
    until: letKnow && !letKnow.past ? longDay(letKnow.day, language, viewer.today) : null,
    byReply: answerMark(viewer.memberId) !== null,
  };
}
