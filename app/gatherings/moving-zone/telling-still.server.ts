import type { MailData } from "~/mail/queueing.server";
import type { Transaction } from "~/platform/transaction.server";

/** What a move made another revision of: which it was, which it is, and by how much its number is another. */
export interface Renumbered {
  before: string;
  id: string;
  by: number;
}

/** The kinds that tell of a revision, and leave only while it is the last. */
const ofRevision = ["gatheringChanged", "gatheringOn", "gatheringAsked", "seriesChanged"] as const;
type Told = MailData[(typeof ofRevision)[number]];

/**
 * A mail that waits when its circle moves tells still of what people changed: of the revision that stands now. One that was not
 * of the last remains as far behind, and is not sent. What was drawn already is drawn anew.
 */
export async function tellStill(tx: Transaction, groupId: string, renumbered: readonly Renumbered[]): Promise<void> {
  const byId = new Map(renumbered.map((one) => [one.before, one]));
  const waiting = await tx.outboxMail.findMany({
    where: { groupId, kind: { in: [...ofRevision] }, state: "waiting" },
    select: { id: true, data: true },
  });
  for (const { id, data } of waiting) {
    const told = JSON.parse(data) as Told;
    const its = byId.get("seriesId" in told ? told.seriesId : told.gatheringId);
    if (!its) continue;
    const now: Told = { ...told, sequence: told.sequence + its.by, ...("seriesId" in told && { seriesId: its.id }) };
    await tx.outboxMail.update({ where: { id }, data: { data: JSON.stringify(now), message: null } });
  }
}
