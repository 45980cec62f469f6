import { hasStopped } from "~/groups/fewer-mails.server";
import type { Composers } from "~/mail/composing.server";
import { quietNow } from "~/mail/quiet-hours";
import { groupQuery } from "~/policy/queries.server";
import { reminderLetter } from "../../../emails/reminder";
import { aboutIt, oneGathering, readerOf } from "../about-in-mails.server";
import { promisedInWords } from "../along/promised";
import { promisedFor } from "../along/promised.server";
import { said } from "../asking-again";
import { inConversation } from "../by-mail/for-calendars.server";
import { mayBeOnline, placeOnline } from "../online";
import { type Lead, onTheirClock, reminderDue, reminderUseless } from "./leads";

const comingNow = groupQuery<{ coming: number }>(
  `SELECT count(*) AS coming FROM Gathering g JOIN Response r ON r.gatheringId = g.id
   JOIN Membership s ON s.memberId = r.memberId AND s.until IS NULL
   WHERE g.id = @gatheringId AND g.groupId = @groupId AND ${said("r")} = 'yes'`,
);

/**
 * The reminder of a gathering. It says its day, never "tomorrow": a mail that is tried again is the same mail. One that was
 * moved or changed since was told of in a mail of its own.
 */
export const reminderMails: Pick<Composers, "reminder"> = {
  reminder({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId: data.gatheringId });
    if (!viewer || !gathering || gathering.cancelledAt || gathering.sequence !== data.sequence || hasStopped(viewer, "reminder"))
      return null;
    const { about, mine, seriesId } = gathering;
    if (mine === "no") return null;
    const lead = data.lead as Lead;
    const theirs = onTheirClock(gathering, viewer.ownZone);
    if (now >= reminderUseless(lead, theirs)) return "tooLate";
    const due = reminderDue(lead, theirs);
    if (now < due) return { waitsUntil: due }; // queued with a clock that ran ahead
    const waitsUntil = quietNow(now, theirs.zone);
    if (waitsUntil) return { waitsUntil };
    const letter = reminderLetter({
      ...aboutIt(viewer, gathering, "", language, t),
      ...{ about, mine, coming: comingNow.first(viewer, { gatheringId: data.gatheringId })?.coming ?? 0 },
      online: mayBeOnline(mine) ? placeOnline(gathering.online) : null,
      promised: promisedInWords(promisedFor(viewer, data.gatheringId), language, t),
      answerHref: link(`/a/${data.answerToken}`),
      chooseHref: link(`/u/${data.fewerToken}/reminder`),
    });
    return { ...letter, ...inConversation(viewer, seriesId ?? data.gatheringId) };
  },
};
