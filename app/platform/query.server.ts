import Database from "better-sqlite3";
import { config } from "./config.server";
import { NotNow } from "./refusal";
import { storageTrouble } from "./storage-trouble";
import type { Transaction } from "./transaction.server";
import { allWithin } from "./writer.server";

export type Values = Record<string, string | number | null>;

/** A read whose text never changes, written at the top level of its file. Values are always bound by name (`@groupId`). */
export interface Query<Row> {
  readonly sql: string;
  all(values?: Values): Row[];
  first(values?: Values): Row | undefined;
}

let connection: Database.Database | undefined;
const prepared = new Map<string, Database.Statement>();
const registered = new Set<string>();
let count = 0;

/**
 * A read without a viewer: of sign-in, the outbox, jobs. Rows of a group are read through policy/queries.server.ts
 * instead; which files may use this one says .dependency-cruiser.cjs.
 * @template Row what a row holds; SQLite gives text, numbers and null
 */
export function query<Row>(sql: string): Query<Row> {
  registered.add(sql);
  return { sql, all: (values) => rows<Row>(sql, values), first: (values) => row<Row>(sql, values) };
}

/** The same read within a running transaction, which sees what that has written. */
export function readWithin<Row>(_tx: Transaction, { sql }: Query<Row>, values: Values): Row[] {
  return allWithin<Row>(sql, values);
}

/** The text of every read whose file has been imported; a test prepares each and looks at its plan. */
export function registeredQueries(): readonly string[] {
  return [...registered];
}

/**
 * All rows of a read. Pages read with prepared SQL on a connection that can't write (docs/decisions/0003-serving.md);
 * the text of a statement is fixed for its place in the code, values are always bound by name (`@groupId`).
 * @template Row what a row holds; SQLite gives text, numbers and null
 */
export function rows<Row>(sql: string, values: Values = {}): Row[] {
  return reading(() => statement(sql).all(values) as Row[]);
}

/** The first row of a read, or undefined. */
export function row<Row>(sql: string, values: Values = {}): Row | undefined {
  return reading(() => statement(sql).get(values) as Row | undefined);
}

/** In WAL mode a read never waits for a writer. @throws NotNow when the file is held alone by another program, or can't be opened */
function reading<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const trouble = storageTrouble(error);
    if (!trouble) throw error;
    throw new NotNow({ key: trouble === "busy" ? "refusal.busy" : "refusal.cannotRead" }, String(error));
  }
}

function statement(sql: string): Database.Statement {
  count += 1;
  let known = prepared.get(sql);
  if (!known) {
    known = reader().prepare(sql);
    prepared.set(sql, known);
  }
  return known;
}

function reader(): Database.Database {
  connection ??= new Database(config().database, { readonly: true, fileMustExist: true, timeout: 100 });
  return connection;
}

/** How many statements this process has read with so far; tests take the difference over one page. */
export function readStatements(): number {
  return count;
}

/** Closes the reading connection; the next read opens it again. */
export function closeReader(): void {
  connection?.close();
  connection = undefined;
  prepared.clear();
}
