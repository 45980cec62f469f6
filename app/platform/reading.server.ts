import Database from "better-sqlite3";
import { config } from "./config.server";
import { NotNow } from "./refusal";
import { storageTrouble } from "./storage-trouble";

type Values = Record<string, string | number | null>;

let connection: Database.Database | undefined;
const prepared = new Map<string, Database.Statement>();
let count = 0;

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
export function statementsRead(): number {
  return count;
}

/** Closes the reading connection; the next read opens it again. */
export function stopReading(): void {
  connection?.close();
  connection = undefined;
  prepared.clear();
}
