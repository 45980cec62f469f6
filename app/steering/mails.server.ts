import type { Composers } from "~/mail/composing.server";
import { groupQuery } from "~/policy/queries.server";
import { recipient } from "~/policy/viewer.server";
import { helperNamedLetter } from "../../emails/helper-named";

const stillHelps = groupQuery<{ by: string; byId: string }>(
  `SELECT b.name AS "by", b.id AS byId FROM Assistance a JOIN Member b ON b.id = a.namedById
   WHERE a.groupId = @groupId AND a.id = @assistanceId AND a.assistantId = @me AND a.until IS NULL`,
);

/** The mails about acting for the central person. Whose help ended before it would leave gets none. */
export const steeringMails: Pick<Composers, "helperNamed"> = {
  helperNamed: ({ memberId, data, language, now, t, link }) => {
    const viewer = memberId ? recipient(memberId, now) : null;
    const named = viewer && stillHelps.first(viewer, { assistanceId: data.assistanceId });
    if (!viewer || !named) return null;
    return helperNamedLetter({
      t,
      language,
      name: viewer.central.name,
      by: named.byId === viewer.central.id ? null : named.by,
      href: viewer.accountId ? link(`/g/${viewer.groupId}`) : null,
    });
  },
};
