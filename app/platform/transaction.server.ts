import { statSync } from "node:fs";
import { config } from "./config.server";
import { log } from "./log.server";
import type { Prisma, PrismaClient } from "./prisma/client";
import { NotNow } from "./refusal";
import { storageTrouble } from "./storage-trouble";

/** A running transaction. Everything that belongs to one fact is written with the same one. */
export type Transaction = Prisma.TransactionClient;

/** How long an act waits for a database that another program holds, in milliseconds. */
const patience = 9_000;

let client: Promise<PrismaClient> | undefined;
/** The file that the client opened: dev and inode. */
let file = "";
let turn: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();
let count = 0;

/** Prisma costs a cold start half a second, so it is loaded with the first write and not with the first page. */
async function open(): Promise<PrismaClient> {
  const [{ PrismaClient }, { PrismaBetterSqlite3 }] = await Promise.all([
    import("./prisma/client"),
    import("@prisma/adapter-better-sqlite3"),
  ]);
  file = fileNow();
  const opened = new PrismaClient({
    // No waiting inside SQLite: it would hold up every page.
    adapter: new PrismaBetterSqlite3({ url: `file:${config().database}`, timeout: 0, fileMustExist: true }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
    log: [{ emit: "event", level: "query" }],
  });
  if (config().development) opened.$on("query", () => (count += 1));
  await opened.$queryRaw`PRAGMA synchronous = FULL`;
  await opened.$queryRaw`PRAGMA foreign_keys = ON`;
  await opened.$queryRaw`PRAGMA secure_delete = ON`;
  return opened;
}

function fileNow(): string {
  const { dev, ino } = statSync(config().database);
  return `${dev}:${ino}`;
}

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

/**
 * Moves what was written into the database file and empties the write-ahead log, in which what was wiped or deleted
 * could still be read. Does nothing while another process holds the database: the next time does it.
 */
export async function truncateWal(): Promise<void> {
  if (client) await (await client).$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
}

/** A start that failed (no descriptors left, no file) is tried again with the next act. */
async function connected(): Promise<PrismaClient> {
  client ??= open();
  try {
    return await client;
  } catch (error) {
    client = undefined;
    throw error;
  }
}

async function attempt<Result>(act: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const prisma = await connected();
  // What is written to a file that was taken away would be gone with the next start.
  if (fileNow() !== file) throw Object.assign(new Error("the database file was replaced: start again"), { code: "ENOENT" });
  try {
    return await prisma.$transaction(act);
  } catch (error) {
    // A connection that met a full or a read-only disk may be left in the middle of a transaction.
    if (storageTrouble(error) === "broken") {
      client = undefined;
      void prisma.$disconnect().catch(() => {});
    }
    throw error;
  }
}

/** Calls back after every act that was saved. @returns how to stop that */
export function onCommit(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many statements this process has written with so far (counted in development only). */
export function writeStatements(): number {
  return count;
}

/** Waits for the running acts and closes the writing connection. */
export async function closeWriter(): Promise<void> {
  await turn;
  const closing = client;
  client = undefined;
  await (await closing)?.$disconnect();
}
