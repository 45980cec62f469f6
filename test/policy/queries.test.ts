import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { registeredQueries } from "../../app/platform/query.server";
import { viewerQueries } from "../../app/policy/queries.server";
import { audiences } from "../../app/policy/table";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { sourcesIn } from "../sources";
import { circleOfJan, person } from "../world";
import { oneOfEach } from "./everybody";

/** Imported so that every statement of the program is known, also those of a file that is made tomorrow. */
const modules = import.meta.glob(["../../app/**/*.server.ts", "../../app/routes/**/*.{ts,tsx}"]);

let db: Database.Database;
beforeAll(async () => {
  await freshDatabase();
  for (const load of Object.values(modules)) await load();
  db = new Database(config().database, { readonly: true });
});
afterAll(() => db.close());

/** Reads that do walk through a whole table, each by a beginning of its text, with the reason. */
const walks: Record<string, string> = {
  "SELECT kind, state, count(*) AS n FROM OutboxMail": "the operator counts the outbox at a terminal",
  "SELECT u.mail, u.since, (SELECT count(*) FROM OutboxMail": "the operator reads which addresses mails do not reach, which are few",
  "SELECT u.mail FROM UnreachedAddress": "a chore looks whose these addresses are, which are few",
};

interface Step {
  id: number;
  parent: number;
  detail: string;
}

/** The steps of a statement's plan that walk through a whole table (or a whole index of it) instead of looking rows up. */
function scans(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1], null]);
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Object.fromEntries(names)) as Step[];
  const within = new Set(plan.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []));
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith("SCAN "))
    .filter((detail) => !/^SCAN (CONSTANT ROW|json_each VIRTUAL TABLE|\(subquery)/.test(detail) && !within.has(detail.split(" ")[1] ?? ""));
}

/** What a statement asks for besides ids: since ever. */
const long: Record<string, string> = { since: "2000-01-01", longAgo: "2000-01-01", kind: "gatheringPlanned", until: "2100-01-01" };

const storyOf = (groupId: string) => db.prepare("SELECT id FROM StoryLine WHERE groupId = ?").pluck().all(groupId) as string[];

const oneLine = (sql: string) => sql.replace(/\s+/g, " ").trim();

describe("Every statement that a page, a mail or a job reads with", () => {
  it("is known to this test", () => {
    expect(registeredQueries().length).toBeGreaterThan(45);
    expect(viewerQueries().size).toBeGreaterThan(25);
  });

  it("can be prepared, and looks its rows up instead of walking through a table that grows", () => {
    const found = registeredQueries().flatMap((sql) => {
      const reason = Object.keys(walks).find((beginning) => oneLine(sql).startsWith(beginning));
      return reason ? [] : scans(sql).map((step) => `${step}: ${oneLine(sql).slice(0, 120)}`);
    });
    expect(found).toEqual([]);
  });

  it("that walks after all is in the list above for that reason, and not by accident", () => {
    for (const beginning of Object.keys(walks)) {
      const sql = registeredQueries().find((one) => oneLine(one).startsWith(beginning)) ?? "";
      expect(scans(sql), beginning).not.toEqual([]);
    }
  });

  it("stands at the top level of its file: nothing asks the database with a text of the moment", () => {
    const files = sourcesIn(["app"], /\.tsx?$/).filter((file) => !/platform\/reading|app\/(seeding|operating)\//.test(file));
    const bare = files.filter((file) => /\brows?\b[^;]*from "[^"]*reading\.server"/.test(readFileSync(file, "utf8")));
    const inside = files.filter((file) => /^[ \t]+.*\b(?:query|groupQuery|linkQuery|staffQuery)(?:<|\()/m.test(readFileSync(file, "utf8")));
    expect([...bare, ...inside.filter((file) => !file.endsWith("policy/queries.server.ts"))]).toEqual([]);
  });
});

describe("Every statement that reads through a door", () => {
  it("asks for the rows of one group, or of one organisation", () => {
    const free = [...viewerQueries()].filter(([sql, binds]) => {
      const root = binds.includes("groupId") ? "groupId = @groupId" : "organisationId = @organisationId";
      return !sql.includes(root);
    });
    expect(free.map(([sql]) => oneLine(sql))).toEqual([]);
  });

  it("finds nothing of Jan's circle for Omar, whichever ids of Jan's he asks for", async () => {
    const world = await circleOfJan();
    const names = await oneOfEach(world, "everyone", "van Jan");
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now());
    if (!omar) throw new Error("Omar has no circle");
    const mine = { groupId: omar.groupId, me: omar.memberId, now: omar.now, today: omar.today, audiences: JSON.stringify(audiences) };
    const ids = [...Object.values(names), ...Object.values(world.members), ...storyOf(world.groupId)];
    const found: string[] = [];
    for (const [sql, binds] of viewerQueries()) {
      if (!binds.includes("audiences")) continue;
      const asked = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => name ?? "").filter((name) => !binds.includes(name));
      const rowsFor = (id: string | null) => {
        const values = Object.fromEntries(asked.map((name) => [name, long[name] ?? id]));
        return db
          .prepare(sql)
          .all({ ...values, ...mine })
          .map((row) => JSON.stringify(row));
      };
      const own = new Set(rowsFor(null));
      const others = ids.flatMap(rowsFor).filter((row) => !own.has(row));
      if (others.length > 0 || [...own].some((row) => row.includes(world.members.jan))) found.push(oneLine(sql));
    }
    expect(found).toEqual([]);
  });

  it("asks for the audience of each entry that it takes something from", () => {
    const times = (sql: string, text: string) => sql.split(text).length - 1;
    const open = [...viewerQueries().keys()].filter((sql) =>
      [...new Set([...sql.matchAll(/\bEntry (\w+)\b/g)].map(([, alias]) => alias))].some(
        (alias) => times(sql, `Entry ${alias} `) > times(sql, `${alias}.authorId = @me AND ${alias}.forId IS NULL`),
      ),
    );
    const bare = [...viewerQueries().keys()].filter(
      (sql) => /\b(?:FROM|JOIN) (?:Dream|Goal|Action|Support)\b/.test(sql) && !/\bEntry \w+/.test(sql),
    );
    expect([...open, ...bare].map(oneLine)).toEqual([]);
  });
});
