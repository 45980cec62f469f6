import { longMoment } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { cancelledLetter, changedLetter, gatheringLetter, onLetter } from "../../emails/gathering";
import { aboutIt, byNames, byOf, oneGathering, type Read, readerOf } from "./about-in-mails.server";
import { asksAgain } from "./asking-again";
import { aboutGathering } from "./by-mail/for-calendars.server";
import { hasStopped } from "./fewer-mails.server";

/** The mails about gatherings, written when they leave. Nobody gets one who left, or about what has begun or is as it was before. */
export const gatheringMails: Pick<Composers, "gatheringPlanned" | "gatheringChanged" | "gatheringOn" | "gatheringCancelled"> = {
  gatheringPlanned(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "gatheringPlanned")) return null;
    const gathering = oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!gathering || gathering.cancelledAt || gathering.startsAt <= now) return null;
    const letter = gatheringLetter({
      ...aboutIt(viewer, gathering, byOf(viewer, gathering, t), language, t),
      about: gathering.about,
      answerHref: link(`/a/${data.answerToken}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId) };
  },

  gatheringChanged(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const { was } = data;
    const from = was.startLocal && longMoment(was.startLocal, language, t, viewer.today);
    const asks = was.startLocal !== null && asksAgain(was.startLocal, gathering.startLocal);
    const letter = changedLetter({
      ...aboutIt(viewer, gathering, byNames(viewer, data, t), language, t),
      ...{ from, fromPlace: was.place, answerHref: asks ? link(`/a/${data.answerToken}`) : null },
      href: seeIt(viewer, data.gatheringId, link),
    });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId) };
  },

  gatheringOn(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || !stillSo(gathering, data.sequence, now)) return null;
    const about = aboutIt(viewer, gathering, byNames(viewer, data, t), language, t);
    const letter = onLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId) };
  },

  gatheringCancelled(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering?.cancelledAt || gathering.startsAt <= now) return null;
    const about = aboutIt(viewer, gathering, gathering.cancelledBy ?? "", language, t);
    const letter = cancelledLetter({ ...about, href: seeIt(viewer, data.gatheringId, link) });
    return { ...letter, ...aboutGathering(viewer, due, data.gatheringId) };
  },
};

/** Whether a gathering is as a mail says: changed again since, another mail says how. */
function stillSo({ sequence, cancelledAt, startsAt }: Read, told: number, now: string): boolean {
  return sequence === told && !cancelledAt && startsAt > now;
}

function seeIt({ accountId, groupId }: MemberViewer, gatheringId: string, link: (path: string) => string): string | null {
  return accountId ? link(`/g/${groupId}/gatherings/${gatheringId}`) : null;
}
