import { plainDay } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { dayOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { Role } from "~/policy/table";
import { recipient } from "~/policy/viewer.server";
import { backLetter, leftLetter } from "../../emails/coming-and-going";
import { invitationLetter } from "../../emails/invitation";
import { unreachedLetter } from "../../emails/unreached";
import { isUnreached } from "./belonging";
import { invitationById } from "./invitations.server";
import { readsOfUnreached } from "./who-reads-of-unreached";

const whoLeft = groupQuery<{ who: string; word: string | null }>(
  `SELECT m.name AS who, (SELECT json_extract(s.detail, '$.text') FROM StoryLine s WHERE s.id = @goodbyeId AND s.groupId = @groupId) AS word
   FROM Member m WHERE m.id = @leftId AND m.groupId = @groupId`,
);

const whoIsUnreached = groupQuery<{ id: string; name: string; role: Role }>(
  `SELECT m.id, m.name, s.role FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
   WHERE m.id = @whoId AND m.groupId = @groupId AND ${isUnreached("m")}`,
);

/** The mails of a circle and its people, written when they leave. */
export const groupMails: Pick<Composers, "invitation" | "personLeft" | "personBack" | "unreached"> = {
  /** Not sent when the invitation was taken back, used, or is for another address by now. */
  invitation({ toMail, language, data, now, t, link }) {
    const invited = invitationById(data.invitationId, now);
    if (invited?.state !== "open" || invited.mail !== toMail) return null;
    const { byName, forName, central, own, name, expiresAt, zone } = invited;
    return invitationLetter({
      t,
      language,
      name,
      central: central.name,
      own,
      by: forName && !own ? t("app.byForWithin", { by: byName, for: forName }) : byName,
      until: plainDay(dayOf(expiresAt, zone), language),
      href: link(`/i/${data.token}`),
    });
  },
  /** To the central person and who acts for them, as long as they do. */
  personLeft({ memberId, data, language, now, t, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    const left = viewer && whoLeft.first(viewer, data);
    if (!viewer || !left || (viewer.role !== "central" && !viewer.actsForId)) return null;
    const { name: central } = viewer.central;
    const href = viewer.accountId ? link(`/g/${viewer.groupId}/circle`) : null;
    return leftLetter({ t, language, central, own: viewer.role === "central", ...left, href });
  },
  personBack({ memberId, language, now, t, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    return viewer && backLetter({ t, language, central: viewer.central.name, href: link(`/g/${viewer.groupId}`) });
  },
  /** Not sent when a mail got through meanwhile, they gave another address, or they left. */
  unreached({ memberId, data, language, now, t, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    const who = viewer && whoIsUnreached.first(viewer, data);
    if (!viewer || !who || viewer.closedAt || !readsOfUnreached(viewer, who)) return null;
    const href = viewer.accountId ? link(`/g/${viewer.groupId}/people/${who.id}`) : null;
    const { name: central } = viewer.central;
    return unreachedLetter({ t, language, central, own: viewer.role === "central", who: who.name, href });
  },
};
