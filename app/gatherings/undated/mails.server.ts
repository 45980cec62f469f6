import { hasStopped } from "~/groups/fewer-mails.server";
import { monthOf } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { quietNow } from "~/mail/quiet-hours";
import { instantOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { dayDueLetter } from "../../../emails/day-due";
import { readerOf } from "../about-in-mails.server";
import { inConversation } from "../by-mail/for-calendars.server";
import { undatedNow } from "./undated.server";
import { timesInWords } from "./undated-words";

/** The mail that it is time to seek a day, for who plans: not when somebody did meanwhile, and not by night. */
export const undatedMails: Pick<Composers, "dayDue"> = {
  dayDue({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    if (!viewer || hasStopped(viewer, "dayDue")) return null;
    const due = undatedNow(viewer).find(({ id }) => id === data.undatedId);
    if (due?.next.kind !== "turn" || due.next.seekFrom !== data.seekFrom || !may(viewer, "gathering.plan")) return null;
    if (!due.next.due) return { waitsUntil: instantOf(`${data.seekFrom}T08:00`, viewer.zone) }; // queued with a clock that ran ahead
    const waitsUntil = quietNow(now, viewer.ownZone ?? viewer.zone);
    if (waitsUntil) return { waitsUntil };
    const { id, place, about, next } = due;
    const letter = dayDueLetter({
      ...{ t, language, central: viewer.central.name, own: viewer.role === "central", place, about },
      ...{ often: timesInWords(due, t), month: monthOf(next.around, language) },
      href: link(`/g/${viewer.groupId}/gatherings/dates/new?series=${id}`),
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...inConversation(viewer, id) };
  },
};
