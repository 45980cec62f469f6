import { cast, staff, stranger } from "~/demo/cast";
import { noRows } from "~/platform/rows.server";
import { dayOf, daysBetween } from "~/platform/wall-clock";
import { backFrom } from "./back-then";
import { idsFrom } from "./chance";

import { JAN_MONTHS, janCircle } from "./jan";
import { monthTold } from "./month-told";
import { aroundOmar, omarCircle } from "./omar";
import { openSeedDatabase, type SeedDatabase } from "./seed-database.server";

/** After so many days what is "next" lies too near, and the demo is made anew. */
const FRESH_DAYS = 20;

/** The same ids each time, so that an address in the demo stays good. */
const newId = idsFrom(2026);
const born = "2026-01-01T00:00:00.000Z";
const ids = { jan: newId(born), omar: newId(born), organisation: newId(born), staff: newId(born) };
const accountHolders = [...Object.values(cast), staff, stranger, ...Object.values(aroundOmar)].map((who) => ({ ...who, id: newId(born) }));

/**
 * Makes Jan's and Omar's circle with an account for everyone who has a mail address. Does nothing when they are there;
 * made more than twenty days ago, they are made anew, so that the next gathering always lies ahead, and so they are when
 * somebody who looked around had one of its people erased.
 * @param now moment in UTC
 * @returns the id of Jan's circle, and whether it was made now
 */
export async function seedDemo(now: string): Promise<{ groupId: string; made: boolean }> {
  const db = openSeedDatabase();
  try {
    const there = db.rows<{ createdAt: string }>(`SELECT createdAt FROM "Group" WHERE id = @id`, { id: ids.jan })[0];
    const begun = backFrom(now, "Europe/Brussels").day(JAN_MONTHS);
    const age = there ? daysBetween(there.createdAt.slice(0, 10), begun) : null;
    const missing = accountHolders.some(({ mail }) => mail && !accountOf(db, mail));
    if (age !== null && age >= 0 && age <= FRESH_DAYS && !missing) return { groupId: ids.jan, made: false };
    await make(db, now, there !== undefined);
    return { groupId: ids.jan, made: true };
  } finally {
    db.close();
  }
}

function accountOf(db: SeedDatabase, mail: string): string | undefined {
  return db.rows<{ id: string }>("SELECT id FROM Account WHERE mail = @mail", { mail })[0]?.id;
}

async function make(db: SeedDatabase, now: string, again: boolean): Promise<void> {
  const createdAt = backFrom(now, "Europe/Brussels").at(JAN_MONTHS, 1, "10:00");
  const all = noRows();
  const accounts = new Map<string, string>();
  for (const { id, name, mail } of accountHolders) {
    if (!mail) continue;
    const known = accountOf(db, mail);
    accounts.set(mail, known ?? id);
    if (!known) all.Account.push({ id, name, mail, language: "nl", operatorSince: null, createdAt });
  }
  const startedById = accounts.get(staff.mail) ?? "";
  if (db.rows("SELECT id FROM Organisation WHERE id = @id", { id: ids.organisation }).length === 0) {
    all.Organisation.push({ id: ids.organisation, name: staff.organisation, createdAt });
  }
  if (db.rows("SELECT id FROM Staff WHERE id = @id", { id: ids.staff }).length === 0) {
    all.Staff.push({ id: ids.staff, organisationId: ids.organisation, accountId: startedById, since: createdAt, until: null });
  }
  const ground = { organisationId: ids.organisation, startedById, accounts };
  const circles = [janCircle(now, { ...ground, groupId: ids.jan }), omarCircle(now, { ...ground, groupId: ids.omar })];
  for (const circle of circles)
    for (const [table, list] of Object.entries(circle)) (all[table as keyof typeof all] as unknown[]).push(...list);
  all.Digest.push(...monthTold(all, dayOf(now, "Europe/Brussels")));
  db.write(all, again ? [ids.jan, ids.omar] : []);
}
