import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { config } from "./config.server";
import { log } from "./log.server";
import { query } from "./query.server";
import { transaction } from "./transaction.server";

const pulse = query<{ at: string }>("SELECT at FROM Pulse WHERE id = 1");

/** A verdict holds this long, so that asking often does not wear the disk. Milliseconds. */
const holds = 1_000;
/** A database that takes longer than this is not well. Milliseconds. */
const patience = 2_000;
/** With less than this on its disk, the next photo or backup may not fit. Bytes. */
const leastFree = 16 * 1024 * 1024;

let verdict: { at: number; ok: Promise<boolean> } | undefined;

/** Whether Kring can save and read: a row is written through the same door as everything else, and read again. */
export function healthy(now: string): Promise<boolean> {
  if (!verdict || performance.now() - verdict.at > holds) verdict = { at: performance.now(), ok: look(now) };
  return verdict.ok;
}

async function look(now: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("the database takes too long")), patience);
  });
  try {
    await Promise.race([transaction((tx) => tx.pulse.upsert({ where: { id: 1 }, create: { id: 1, at: now }, update: { at: now } })), late]);
    if (pulse.first()?.at !== now) throw new Error("what was written is not what is read");
    const { bavail, bsize } = await statfs(dirname(config().database));
    if (bavail * bsize < leastFree) throw new Error("the disk is nearly full");
    return true;
  } catch (error) {
    log.warn({ reason: String(error) }, "not well");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
