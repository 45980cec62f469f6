import { answerMark } from "~/mail/answer-address.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { type Announced, answerTokenFor, type Fact, queue, type Reader, type Revision, readers, tokensFor } from "./announcing.server";

/** One mail about a new series to each who takes part, with the question about its first gathering. */
export async function announceSeries(
  tx: Transaction,
  actor: Actor,
  { id, groupId, firstGatheringId, now }: Announced & { firstGatheringId: string },
): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "seriesPlanned")) {
    const tokens = await tokensFor(tx, { groupId, gatheringId: firstGatheringId, now }, reader.memberId);
    const data = { seriesId: id, gatheringId: firstGatheringId, ...tokens };
    await queue(tx, reader, { kind: "seriesPlanned", fact: id, begins: id, groupId, now, data });
  }
}

/**
 * One mail that a series is another from now on, with all its days, and the question about the first. Where calendars are asked,
 * a mail before it that the series as it was has ended.
 * @param off times that fell away
 * @param online one takes part online with another link
 * @param ended the series that it goes on from, when it is another
 * @param undoes the fact of the change after which it is as it was: who has not heard of that, needs to hear of neither
 */
export async function announceSeriesChanged(
  tx: Transaction,
  actor: Actor,
  { id, groupId, firstGatheringId: gatheringId, now, sequence, off, online, ended, undoes }: Revision & SeriesChange,
): Promise<void> {
  const unheard = undoes ? await waitingFor(tx, groupId, undoes) : new Set();
  for (const reader of await readers(tx, actor, groupId, "seriesChanged")) {
    const answerToken = await answerTokenFor(tx, { groupId, gatheringId, now }, reader.memberId);
    if (ended) {
      const data = { seriesId: ended.id, sequence: ended.sequence };
      await letFollow(tx, reader, { fact: `${ended.id}:${ended.sequence}`, groupId, now, data });
    }
    if (unheard.has(reader.memberId)) {
      await letFollow(tx, reader, { fact: `${id}:${sequence}`, groupId, now, data: { seriesId: id, sequence } });
      continue;
    }
    const about = { seriesId: id, sequence, gatheringId, by: actor.byName, for: actor.forName };
    const data = { ...about, off, online, back: undoes !== null, answerToken };
    const begins = ended ? id : undefined;
    await queue(tx, reader, { kind: "seriesChanged", fact: `${id}:${sequence}`, begins, groupId, now, data });
  }
}

/** Whose mail about a change of a series waits still: it won't leave any more. */
async function waitingFor(tx: Transaction, groupId: string, fact: string): Promise<Set<string | null>> {
  const dedupeKey = { startsWith: `seriesChanged:${fact}:` };
  const mails = await tx.outboxMail.findMany({
    where: { groupId, kind: "seriesChanged", state: "waiting", dedupeKey },
    select: { memberId: true },
  });
  return new Set(mails.map(({ memberId }) => memberId));
}

interface SeriesChange {
  firstGatheringId: string;
  off: string[];
  online: boolean;
  undoes: string | null;
  ended: { id: string; sequence: number } | null;
}

/** One mail that the circle does not meet for a while, or meets again; to calendars one for each other series that it changed just now. */
export async function announcePause(
  tx: Transaction,
  actor: Actor,
  { id, groupId, now }: Announced,
  kind: "circlePaused" | "circleGoesOn",
): Promise<void> {
  const changed = await tx.gathering.findMany({
    where: { groupId, seriesId: { not: null }, startsAt: { gt: now }, changedAt: now },
    orderBy: { startsAt: "asc" },
    select: { seriesId: true },
  });
  const [seriesId = null, ...others] = new Set(changed.flatMap((one) => one.seriesId ?? []));
  const data = { pauseId: id, by: actor.byName, for: actor.forName, seriesId };
  const on = kind === "circleGoesOn";
  for (const reader of await readers(tx, actor, groupId, kind)) {
    await queue(tx, reader, { kind, fact: id, begins: on ? undefined : id, groupId, now, data });
    for (const other of others)
      await letFollow(tx, reader, { fact: `${kind}:${id}:${other}`, groupId, now, data: { seriesId: other, pauseId: id, on } });
  }
}

/** A mail for the calendar of who is asked by it, where answers are taken in: such a message tells of one series. */
export async function letFollow(tx: Transaction, reader: Reader, fact: Omit<Fact<"calendarFollows">, "kind">): Promise<void> {
  if (answerMark(reader.memberId)) await queue(tx, reader, { kind: "calendarFollows", ...fact });
}
