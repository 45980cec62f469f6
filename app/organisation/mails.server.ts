import { listed } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { groupQuery } from "~/policy/queries.server";
import { recipient } from "~/policy/viewer.server";
import { handoverLetter } from "../../emails/handover";

const whoLeft = groupQuery<{ name: string }>(
  "SELECT m.name FROM Handover h JOIN Member m ON m.id = h.byId WHERE h.groupId = @groupId AND h.id = @handoverId",
);
const whoStays = groupQuery<{ id: string; name: string }>(
  `SELECT m.id, m.name FROM Membership s JOIN Member m ON m.id = s.memberId
   WHERE s.groupId = @groupId AND s.role = 'facilitator' AND m.accountId IS NOT NULL AND s.until IS NULL
   ORDER BY s.since, s.id`,
);

/** The mails about starting and handing over. Whoever is in the group no more by the time it would leave gets none. */
export const organisationMails: Pick<Composers, "handover"> = {
  handover: ({ memberId, data, language, now, t, link }) => {
    const viewer = memberId ? recipient(memberId, now) : null;
    if (!viewer || !["central", "facilitator"].includes(viewer.role)) return null;
    const left = whoLeft.first(viewer, { handoverId: data.handoverId });
    const facilitators = whoStays.all(viewer);
    if (!left || facilitators.length === 0) return null;
    const names = facilitators.map((one) => one.name);
    return handoverLetter({
      t,
      language,
      name: viewer.central.name,
      own: viewer.role === "central",
      starter: left.name,
      facilitators: names,
      names: listed(names, language),
      you: facilitators.length === 1 && facilitators[0]?.id === viewer.memberId,
      href: viewer.accountId ? link(`/g/${viewer.groupId}`) : null,
    });
  },
};
