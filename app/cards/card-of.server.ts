import { assists } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { notFound } from "~/platform/refusal";
import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

interface Read {
  name: string;
  hue: number;
  photoId: string | null;
  mail: string | null;
  madeAt: string | null;
  expiresAt: string | null;
  voidedAt: string | null;
}

const whose = groupQuery<Read>(
  `SELECT m.name, m.hue, m.photoId, a.mail, c.madeAt, c.expiresAt, c.voidedAt
   FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
   LEFT JOIN Account a ON a.id = m.accountId
   LEFT JOIN SignInCard c ON c.id = (SELECT y.id FROM SignInCard y WHERE y.groupId = @groupId AND y.memberId = m.id ORDER BY y.id DESC LIMIT 1)
   WHERE m.groupId = @groupId AND m.id = @memberId`,
);
const trusted = groupQuery<{ name: string }>(
  `SELECT m.name FROM Membership s JOIN Member m ON m.id = s.memberId
   WHERE s.groupId = @groupId AND s.until IS NULL AND m.id <> @memberId
     AND (s.role IN ('facilitator', 'starter') OR ${assists("m")})
   ORDER BY s.role IN ('facilitator', 'starter'), m.name COLLATE NOCASE LIMIT 3`,
);

/**
 * Whether somebody has a card, and what this viewer may do with it. Days are in the group's zone. Two statements.
 * @throws 404 for who is not in this circle now, and for who needs none
 */
export function cardOf(viewer: MemberViewer, memberId: string) {
  const found = whose.first(viewer, { memberId });
  if (!found || (found.mail && memberId !== viewer.central.id)) throw notFound();
  const { name, hue, photoId, madeAt, expiresAt, voidedAt } = found;
  const good = madeAt !== null && expiresAt !== null && voidedAt === null && expiresAt > viewer.now;
  return {
    person: { id: memberId, name, hue, photo: photoAddress(viewer.groupId, photoId) },
    card: good ? { on: dayOf(madeAt, viewer.zone), until: dayOf(expiresAt, viewer.zone) } : null,
    /** Whom to ask when it is lost, by name. */
    ask: trusted.all(viewer, { memberId }).map((one) => one.name),
    can: { make: may(viewer, "card.make"), void: good && may(viewer, "card.void") },
  };
}
