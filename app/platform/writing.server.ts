import { config } from "./config.server";
import type { Prisma, PrismaClient } from "./prisma/client";

/** A running transaction. Everything that belongs to one fact is written with the same one. */
export type Writing = Prisma.TransactionClient;

let client: Promise<PrismaClient> | undefined;
const listeners = new Set<() => void>();
let count = 0;

/** Prisma costs a cold start half a second, so it is loaded with the first write and not with the first page. */
async function open(): Promise<PrismaClient> {
  const [{ PrismaClient }, { PrismaBetterSqlite3 }] = await Promise.all([
    import("./prisma/client"),
    import("@prisma/adapter-better-sqlite3"),
  ]);
  const opened = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: `file:${config().database}`, timeout: 10_000 }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
    log: [{ emit: "event", level: "query" }],
  });
  if (config().development) opened.$on("query", () => (count += 1));
  await opened.$queryRaw`PRAGMA synchronous = FULL`;
  await opened.$queryRaw`PRAGMA foreign_keys = ON`;
  await opened.$queryRaw`PRAGMA secure_delete = ON`;
  return opened;
}

/**
 * Runs one act in one transaction: all of it is saved, or nothing is. Acts wait for each other: there is one writer.
 * Nothing slow belongs inside; whatever must happen after it (sending a mail) is itself a row written here.
 * @returns what the act returns, once it is safely on disk
 * @throws what the act throws, with nothing changed
 */
export async function write<Result>(act: (tx: Writing) => Promise<Result>): Promise<Result> {
  client ??= open();
  const prisma = await client;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await prisma.$transaction(act);
      for (const listener of listeners) listener();
      return result;
    } catch (error) {
      // Only the operator's commands write from another process; SQLite then asks us to begin again.
      if (attempt === 8 || !/database is locked|SQLITE_BUSY|Operation has timed out/.test(String(error))) throw error;
      await new Promise((done) => setTimeout(done, 20 * 2 ** attempt));
    }
  }
}

/**
 * Moves what was written into the database file and empties the write-ahead log, in which what was wiped or deleted
 * could still be read. Does nothing while another process holds the database: the next time does it.
 */
export async function emptyLog(): Promise<void> {
  if (client) await (await client).$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
}

/** Calls back after every act that was saved. @returns how to stop that */
export function afterWriting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many statements this process has written with so far (counted in development only). */
export function statementsWritten(): number {
  return count;
}

/** Waits for the running act and closes the writing connection. */
export async function stopWriting(): Promise<void> {
  const closing = client;
  client = undefined;
  await (await closing)?.$disconnect();
}
