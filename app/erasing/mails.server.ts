import { plainDay } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { dayOf } from "~/platform/wall-clock";
import { recipient } from "~/policy/viewer.server";
import { circleEndsLetter, circleStaysLetter } from "../../emails/circle-ends";

/** The mails about erasing a circle; each only while what it tells is so. */
export const erasingMails: Pick<Composers, "circleEnds" | "circleStays"> = {
  circleEnds({ memberId, data, language, now, t, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    if (viewer?.erasesAt !== data.erasesAt) return null;
    const own = viewer.role === "central";
    return circleEndsLetter({
      ...{ t, language, name: viewer.central.name, own, day: plainDay(dayOf(data.erasesAt, viewer.zone), language) },
      href: viewer.accountId === null ? null : link(own ? `/g/${viewer.groupId}/settings/erase` : "/me/take-along"),
    });
  },
  circleStays({ memberId, language, now, t, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    if (!viewer || viewer.erasesAt) return null;
    const { central, role, accountId, groupId } = viewer;
    return circleStaysLetter({
      ...{ t, language, name: central.name, own: role === "central", href: accountId === null ? null : link(`/g/${groupId}`) },
    });
  },
};
