import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { photoAddress } from "./frame";

/** Somebody who is there to be asked. */
export interface ToAsk {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  role: Role;
  /** Their mail address, for whoever may know it. */
  mail: string | null;
  /** That is the reader. */
  you: boolean;
}

const helpers = groupQuery<Omit<ToAsk, "photo" | "you"> & { photoId: string | null }>(
  `SELECT m.id, m.name, m.hue, m.photoId, s.role, coalesce(m.mail, a.mail) AS mail
     FROM Membership s JOIN Member m ON m.id = s.memberId LEFT JOIN Account a ON a.id = m.accountId
     WHERE s.groupId = @groupId AND s.role IN ('facilitator', 'starter') AND s.until IS NULL
     ORDER BY s.role, s.since, s.id`,
);

/** Who helps the people of a circle: its facilitators, and the starter while there is one. One statement. */
export function whomToAsk(viewer: MemberViewer): ToAsk[] {
  const found = helpers.all(viewer);
  const reaches = may(viewer, "facilitator.reach");
  return found.map(({ photoId, mail, ...one }) => ({
    ...one,
    photo: photoAddress(viewer.groupId, photoId),
    mail: reaches ? mail : null,
    you: one.id === viewer.memberId,
  }));
}
