import { statSync } from "node:fs";
import type Database from "better-sqlite3";
import { config } from "./config.server";
import type { PrismaClient } from "./prisma/client";

/** The one connection that writes: Prisma's, on which statements of ours run as well. */
interface Writer {
  prisma: PrismaClient;
  /** Any statement, prepared once. Numbers come as numbers, not as Prisma's bigints. */
  statement(sql: string): Database.Statement;
  /** The file that it opened is still the one that lies there. */
  sameFile(): boolean;
}

type Named = Record<string, string | number | null>;

let opening: Promise<Writer> | undefined;
let writer: Writer | undefined;
let count = 0;

/** The writer; opened with the first act, since Prisma costs a cold start half a second. A start that failed is tried again with the next act. */
export async function writing(): Promise<Writer> {
  opening ??= open();
  try {
    writer = await opening;
    return writer;
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

async function open(): Promise<Writer> {
  const [{ PrismaClient }, { PrismaBetterSqlite3 }] = await Promise.all([
    import("./prisma/client"),
    import("@prisma/adapter-better-sqlite3"),
  ]);
  const file = fileNow();
  // No waiting inside SQLite: it would hold up every page.
  const maker = new PrismaBetterSqlite3({ url: `file:${config().database}`, timeout: 0, fileMustExist: true });
  let connection: Database.Database | undefined;
  const connect = async () => {
    const adapter = await maker.connect();
    // The adapter keeps its better-sqlite3 connection in a field that its types don't tell of.
    connection = (adapter as unknown as { client: Database.Database }).client;
    return adapter;
  };
  const prisma = new PrismaClient({
    adapter: { provider: "sqlite", adapterName: maker.adapterName, connect },
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
    log: [{ emit: "event", level: "query" }],
  });
  if (config().development) prisma.$on("query", () => (count += 1));
  await prisma.$connect();
  if (!connection) throw new Error("Prisma's adapter shows no connection");
  for (const setting of ["synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"]) connection.pragma(setting);
  return { prisma, statement: preparing(connection), sameFile: () => fileNow() === file };
}

function preparing(connection: Database.Database): Writer["statement"] {
  const prepared = new Map<string, Database.Statement>();
  return (sql) => {
    // After its end (Prisma lets go of one that lasts too long) each statement would be saved by itself.
    if (!connection.inTransaction) throw new Error("no transaction is active");
    count += 1;
    let known = prepared.get(sql);
    if (!known) {
      known = connection.prepare(sql).safeIntegers(false);
      prepared.set(sql, known);
    }
    return known;
  };
}

function fileNow(): string {
  const { dev, ino } = statSync(config().database);
  return `${dev}:${ino}`;
}

function now(): Writer {
  if (!writer) throw new Error("no transaction is active");
  return writer;
}

/** The rows of a read within the running transaction, which sees what that has written. Values are bound by name. */
export function allWithin<Row>(sql: string, values: Named): Row[] {
  return now().statement(sql).all(values) as Row[];
}

/** Writes within the running transaction. Values are bound in their order. */
export function runWithin(sql: string, values: readonly (string | number | null)[]): void {
  now()
    .statement(sql)
    .run(...values);
}

/**
 * Moves what was written into the database file and empties the write-ahead log, in which what was wiped or deleted
 * could still be read. Does nothing while another process holds the database: the next time does it.
 */
export async function truncateWal(): Promise<void> {
  if (opening) await (await opening).prisma.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
}

/** How many statements this process has written with so far (Prisma's are counted in development only). */
export function writeStatements(): number {
  return count;
}

/** Closes the connection; the next act opens another. */
export async function closeConnection(): Promise<void> {
  const closing = opening;
  opening = writer = undefined;
  await (await closing)?.prisma.$disconnect();
}
