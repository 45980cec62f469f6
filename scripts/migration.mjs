// npm run migration -- <name>: writes prisma/migrations/<number>_<name>/migration.sql from the difference between
// the migrations so far and prisma/schema.prisma. `npm run migration -- --check` only says whether they agree.
// Prisma's engine runs as WebAssembly, since its native one would have to be downloaded (docs/decisions/0005-prisma-and-migrations.md).
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import Database from "better-sqlite3";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "prisma/migrations");

/** The SQL that brings a database with all migrations to the schema; empty when they agree. */
export async function difference() {
  const scratch = mkdtempSync(join(tmpdir(), "kring-migration-"));
  try {
    const file = join(scratch, "scratch.db");
    const db = new Database(file);
    for (const name of readdirSync(folder).sort()) {
      if (name.includes(".")) continue;
      db.exec(readFileSync(join(folder, name, "migration.sql"), "utf8"));
    }
    // Prisma's schema knows no partial indexes: they are written by hand, and a test tries each (test/database/periods.test.ts).
    const partial = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'";
    for (const name of db.prepare(partial).pluck().all()) db.exec(`DROP INDEX "${name}"`);
    db.close();
    const home = join(root, "node_modules/@prisma/schema-engine-wasm");
    const bindings = await import(join(home, "schema_engine_bg.js"));
    const { instance } = await WebAssembly.instantiate(readFileSync(join(home, "schema_engine_bg.wasm")), {
      "./schema_engine_bg.js": bindings,
    });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start?.();
    const path = join(root, "prisma/schema.prisma");
    const content = readFileSync(path, "utf8");
    const factory = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: `file:${file}` }));
    const engine = await bindings.SchemaEngine.new({ datamodels: [[path, content]] }, () => {}, factory);
    const files = [{ path, content }];
    const { stdout, exitCode } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: root },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? stdout : "";
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  const name = process.argv[2];
  const sql = await difference();
  if (!sql) process.stdout.write("The schema and the migrations agree.\n");
  else if (!name || name === "--check") {
    console.error("The schema has changed: run npm run migration -- <name>.\n");
    console.error(sql);
    process.exitCode = 1;
  } else {
    const number = String(readdirSync(folder).length + 1).padStart(4, "0");
    const home = join(folder, `${number}_${name}`);
    mkdirSync(home);
    writeFileSync(join(home, "migration.sql"), sql);
    process.stdout.write(
      `prisma/migrations/${number}_${name}/migration.sql, ${createHash("sha256").update(sql).digest("hex").slice(0, 8)}\n`,
    );
  }
}
