// Loaded before the server (node --import): notes each statement that a page reads with, and what was bound to it, as a
// line of JSON in the file that RECORD_TO names. So the floor server does exactly the same reads. Never part of the app.
import { appendFileSync } from "node:fs";
import Database from "better-sqlite3";

const file = process.env.RECORD_TO;
const prepare = Database.prototype.prepare;

Database.prototype.prepare = function recorded(sql) {
  const statement = prepare.call(this, sql);
  if (!this.readonly) return statement;
  for (const way of ["all", "get"]) {
    const run = statement[way];
    statement[way] = function noted(values) {
      appendFileSync(file, `${JSON.stringify({ sql, way, values: values ?? {} })}\n`);
      return run.call(this, values ?? {});
    };
  }
  return statement;
};
