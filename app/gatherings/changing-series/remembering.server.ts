import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import type { Always } from "../always/when-a-series-changes.server";
import { usualOf } from "../usual";
import type { Change, GoesOn, SeriesNow } from "./change.server";
import type { GoneOn } from "./going-on-otherwise.server";
import type { Standing } from "./what-becomes";
import type { Stood } from "./what-comes-back";

/** A series as it was before it changed. */
export interface Was extends GoesOn {
  /** The day from which it changed: what came before is none of it. */
  from: string;
  /** Its gatherings from that day on: those that are still there, and those of which nothing is left. */
  stood: Stood[];
  gone: Stood[];
  /** What was said of all of it, and did not count any more. */
  always: Always[];
}

/** A change that was made just now: what the series was, what it is, and its gatherings as they stood. */
interface Made {
  series: SeriesNow;
  after: GoneOn;
  change: Change;
  rows: readonly Standing[];
  from: string;
}

/** Keeps for a while how a series was before its last change, so that it can be undone. */
export async function remember(
  tx: Transaction,
  { groupId, now: at }: MemberViewer,
  { byId, forId }: Actor,
  { series, after: { id, sequence, ended, silenced }, change, rows, from }: Made,
): Promise<void> {
  const nothingLeft = new Set(change.gone.map((one) => one.id));
  const all = rows.map(({ id, slotLocal, startLocal, ...rest }): Stood => ({ id, slotLocal, startLocal, ...usualOf(rest) }));
  const [gone, stood] = [true, false].map((left) => all.filter((one) => nothingLeft.has(one.id) === left));
  const { rule, firstLocal, endsOn } = series;
  const was = { from, rule, firstLocal, endsOn, ...usualOf(series), stood, gone, always: silenced };
  // What it was before that is out of reach now.
  await forget(tx, series.id);
  const data = { seriesId: id, groupId, sequence, endedId: ended?.id ?? null, at, byId, forId, was: JSON.stringify(was) };
  await tx.seriesChange.create({ data });
}

/** The last change of a series can't be undone any more. */
export async function forget(tx: Transaction, seriesId: string): Promise<void> {
  await tx.seriesChange.deleteMany({ where: { seriesId } });
}
