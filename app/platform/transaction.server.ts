import { log } from "./log.server";
import type { Prisma } from "./prisma/client";
import { NotNow } from "./refusal";
import { storageTrouble } from "./storage-trouble";
import { closeConnection, writing } from "./writer.server";

/** A running transaction. Everything that belongs to one fact is written with the same one. */
export type Transaction = Prisma.TransactionClient;

/** How long an act waits for a database that another program holds, in milliseconds. */
const patience = 9_000;

let turn: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

/** Everything else that waits is served between two acts: without it, a line of writers is done in one turn of the event loop. */
const restIsServed = () => new Promise<void>((done) => setImmediate(done));

/**
 * Runs one act in one transaction: all of it is saved, or nothing is. Acts wait for each other: there is one writer.
 * Nothing slow belongs inside; whatever must happen after it (sending a mail) is itself a row written here.
 * @returns what the act returns, once it is safely on disk
 * @throws what the act throws, with nothing changed; NotNow when the database stays busy, or the disk takes nothing
 */
export function transaction<Result>(act: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const until = performance.now() + patience;
  const mine = turn.then(() => retryWhileBusy(act, until));
  turn = mine.then(restIsServed, restIsServed);
  return mine;
}

async function retryWhileBusy<Result>(act: (tx: Transaction) => Promise<Result>, until: number): Promise<Result> {
  for (let wait = 10; ; wait = Math.min(2 * wait, 250)) {
    try {
      const result = await attempt(act);
      for (const listener of listeners) listener();
      return result;
    } catch (error) {
      const trouble = error instanceof NotNow ? null : storageTrouble(error);
      if (!trouble) throw error;
      if (trouble === "broken") {
        log.error({ error }, "the database can't be written");
        throw new NotNow({ key: "refusal.cannotSave" });
      }
      if (performance.now() + wait > until) throw new NotNow({ key: "refusal.busy" });
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

async function attempt<Result>(act: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const { prisma, sameFile } = await writing();
  // What is written to a file that was taken away would be gone with the next start.
  if (!sameFile()) throw Object.assign(new Error("the database file was replaced: start again"), { code: "ENOENT" });
  try {
    return await prisma.$transaction(act);
  } catch (error) {
    // A connection that met a full or a read-only disk may be left in the middle of a transaction.
    if (storageTrouble(error) === "broken") void closeConnection().catch(() => {});
    throw error;
  }
}

/** Calls back after every act that was saved. @returns how to stop that */
export function onCommit(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Waits for the running acts and closes the writing connection. */
export async function closeWriter(): Promise<void> {
  await turn;
  await closeConnection();
}
