import { hasStopped } from "~/groups/fewer-mails.server";
import { capital, longDay, longMoment } from "~/i18n/dates";
import { answerMark } from "~/mail/answer-address.server";
import type { Composers } from "~/mail/composing.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { askedLetter, cancelledLetter, changedLetter, gatheringLetter, onLetter } from "../../emails/gathering";
import { mailNotReadLetter } from "../../emails/mail-not-read";
import { aboutIt, byNames, byOf, oneGathering, type Read, readerOf } from "./about-in-mails.server";
import { asksAgain } from "./asking-again";
import { aboutGathering, inConversation } from "./by-mail/for-calendars.server";
import { placeOnline } from "./online";

/** The mails about gatherings, written when they leave. Nobody gets one who left, or about what has begun or is as it was before. */
export const gatheringMails: Pick<
  Composers,
  "gatheringPlanned" | "gatheringAsked" | "gatheringChanged" | "gatheringOn" | "gatheringCancelled" | "mailNotRead"
> = {
  gatheringPlanned(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "gatheringPlanned")) return null;
    const gathering = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!gathering || gathering.cancelledAt || gathering.startsAt <= now) return null;
    const letter = gatheringLetter({
      ...aboutIt(viewer, gathering, byOf(viewer, gathering, t), language, t),
      about: gathering.about,
      mine: gathering.mine,
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId, gathering.seriesId) };
  },

  gatheringAsked(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "gatheringAsked")) return null;
    const gathering = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!gathering || !stillSo(gathering, data.sequence, now) || gathering.mine) return null;
    const letter = askedLetter({
      ...aboutIt(viewer, gathering, byNames(viewer, data, t), language, t),
      about: gathering.about,
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId, gathering.seriesId) };
  },

  gatheringChanged(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const { was } = data;
    // Moved away and back before anybody was told: it is where it was, and what was answered stands.
    const back = was.startLocal === gathering.startLocal;
    const from = was.startLocal && !back ? longMoment(was.startLocal, language, t, viewer.today) : null;
    const fromPlace = was.place === gathering.place ? null : was.place;
    const longer = was.minutes !== null && was.minutes !== gathering.minutes;
    if (!back && !from && !fromPlace && !longer && !was.online) return null; // as they know it
    const other = back || gathering.answeredOther === 1 || (was.startLocal !== null && asksAgain(was.startLocal, gathering.startLocal));
    const asks = was.startLocal !== null && !gathering.mine && other;
    const letter = changedLetter({
      ...aboutIt(viewer, gathering, byNames(viewer, data, t), language, t),
      ...{
        ...{ back, from, fromPlace },
        online: was.online ? { now: placeOnline(gathering.online) } : null,
        answerHref: asks ? link(`/a/${data.answerToken}`) : null,
        mine: was.startLocal !== null && other ? gathering.mine : null,
      },
      href: seeIt(viewer, data.gatheringId, link),
    });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId, gathering.seriesId) };
  },

  gatheringOn(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const about = aboutIt(viewer, gathering, byNames(viewer, data, t), language, t);
    const letter = onLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId, gathering.seriesId) };
  },

  gatheringCancelled(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering?.cancelledAt || gathering.startsAt <= now) return null;
    const about = aboutIt(viewer, gathering, gathering.cancelledBy ?? "", language, t);
    const letter = cancelledLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId, gathering.seriesId) };
  },

  mailNotRead({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    if (!viewer) return null;
    const gathering = data.gatheringId === null ? null : oneGathering.first(viewer, { gatheringId: data.gatheringId });
    const open = gathering && !gathering.cancelledAt && gathering.startsAt > now ? gathering : null;
    const said = {
      yes: t("gatherings.savedYes"),
      online: t("gatherings.savedOnline"),
      no: t("gatherings.savedNo"),
      maybe: t("gatherings.savedMaybe"),
    };
    const letter = mailNotReadLetter({
      ...{ t, language, central: viewer.central.name, own: viewer.role === "central", byReply: answerMark(viewer.memberId) !== null },
      day: open && capital(longDay(open.startLocal, language, viewer.today)),
      answerHref: open && data.answerToken && link(`/a/${data.answerToken}`),
      whenHref: data.pollId && data.answerToken && link(`/p/${data.answerToken}`),
      href: viewer.accountId ? link(`/g/${viewer.groupId}`) : null,
      taken: data.taken && said[data.taken],
    });
    return { ...letter, ...inConversation(viewer, gathering?.seriesId ?? data.gatheringId ?? data.pollId ?? viewer.groupId) };
  },
};

/** Whether a gathering is as a mail says: changed again since, another mail says how. */
function stillSo({ sequence, cancelledAt, startsAt }: Read, told: number, now: string): boolean {
  return sequence === told && !cancelledAt && startsAt > now;
}

function seeIt({ accountId, groupId }: MemberViewer, gatheringId: string, link: (path: string) => string): string | null {
  return accountId ? link(`/g/${groupId}/gatherings/${gatheringId}`) : null;
}
