import type { Composers } from "~/mail/composing.server";
import { recipient } from "~/policy/viewer.server";
import { circleClosedLetter, circleReopenedLetter } from "../../emails/circle-closed";

/** The mails about closing a circle. For whom it ends with it, the mail is the last that they see of it. */
export const closingMails: Pick<Composers, "circleClosed" | "circleReopened"> = {
  circleClosed({ memberId, groupId, data, now, t, language, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    if (data.stays && !viewer?.closedAt) return null;
    return circleClosedLetter({ ...data, t, language, forName: data.for, href: link(data.stays ? `/g/${groupId}` : "/me/take-along") });
  },
  circleReopened({ memberId, now, t, language, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    if (!viewer || viewer.closedAt) return null;
    const { central, role, groupId } = viewer;
    return circleReopenedLetter({ t, language, name: central.name, own: role === "central", href: link(`/g/${groupId}`) });
  },
};
