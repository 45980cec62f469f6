import { zoneInWords } from "~/i18n/zones";
import type { Composers } from "~/mail/composing.server";
import { groupQuery } from "~/policy/queries.server";
import { circleMovedLetter } from "../../../emails/circle-moved";
import { aboutIt, byNames, oneGathering, readerOf } from "../about-in-mails.server";
import { aboutThese } from "../by-mail/for-calendars.server";
import { onClockOf } from "../own-clock";
import { aboutCircle, seeAll } from "../series-mails.server";

const nextOne = groupQuery<{ id: string }>(
  "SELECT id FROM Gathering WHERE groupId = @groupId AND startsAt > @now AND cancelledAt IS NULL ORDER BY startsAt LIMIT 1",
);

/** The mail that a circle follows another clock from now on. */
export const zoneMails: Pick<Composers, "circleMoved"> = {
  circleMoved(due) {
    const { memberId, data, language, now, t, link } = due;
    const viewer = readerOf(memberId, now);
    // On another clock again since: another mail says which.
    if (!viewer || viewer.closedAt || viewer.zone !== data.zone) return null;
    const by = byNames(viewer, data, t);
    const found = nextOne.first(viewer);
    const next = found && oneGathering.first(viewer, { gatheringId: found.id });
    const when = next ? aboutIt(viewer, next, by, language, t).when : null;
    const letter = circleMovedLetter({
      ...{ ...aboutCircle(viewer, language, t), by, city: zoneInWords(data.zone, language) },
      // Of what stayed on another clock it says so already.
      next: when && next?.zone === data.zone ? onClockOf(when, data.zone, language, t) : when,
      href: seeAll(viewer, link),
    });
    return { ...letter, ...aboutThese(viewer, due, data.moveId, data.follows) };
  },
};
