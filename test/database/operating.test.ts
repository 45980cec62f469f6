import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { schoolHolidaysUntil } from "../../app/calendar/school-holidays";
import { cast } from "../../app/demo/cast";
import { photoPath, savePhoto } from "../../app/groups/photo-files.server";
import { runCommand } from "../../app/operating/running";
import { planOverview } from "../../app/plan/overview.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { holdData } from "../../app/platform/holding-data.server";
import { closeReader, row, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { closeWriter, transaction } from "../../app/platform/transaction.server";
import { addDays, addMonths } from "../../app/platform/wall-clock";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

const migrations = join(import.meta.dirname, "../../prisma/migrations");
const home = { dataDir: config().dataDir, database: config().database };
const photos = join(home.dataDir, "photos");

let world: World;
let folder: string;

beforeEach(async () => {
  await freshDatabase();
  rmSync(photos, { recursive: true, force: true });
  world = await circleOfJan();
  folder = mkdtempSync(join(tmpdir(), "kring-operating-"));
});

afterEach(async () => {
  await letGo();
  Object.assign(config(), home);
  rmSync(folder, { recursive: true, force: true });
});

/** What a command said, and what its process would end with. */
const kring = (...argv: string[]) => kringOn("2026-12-01T10:00:00.000Z", ...argv);

async function kringOn(now: string, ...argv: string[]) {
  const said: string[] = [];
  const wrong: string[] = [];
  const code = await runCommand(argv, {
    now,
    migrations,
    print: (line) => said.push(line),
    printError: (line) => wrong.push(line),
  });
  return { code, said: said.join("\n"), wrong: wrong.join("\n") };
}

async function letGo(): Promise<void> {
  closeReader();
  await closeWriter();
}

/** From now on, another machine with nothing on it. */
async function elsewhere(): Promise<void> {
  await letGo();
  const dataDir = join(folder, "elsewhere");
  Object.assign(config(), { dataDir, database: join(dataDir, "kring.db") });
}

async function photographJan(): Promise<string> {
  const picture = await sharp({ create: { width: 800, height: 700, channels: 3, background: "#c04020" } })
    .jpeg()
    .toBuffer();
  const hash = await savePhoto(picture);
  const { jan } = world.members;
  await transaction(async (tx) => {
    const photo = { id: newId(), groupId: world.groupId, memberId: jan, hash, byId: jan, createdAt: moment() };
    await tx.photo.create({ data: photo });
    await tx.member.update({ where: { id: jan }, data: { photoId: photo.id } });
  });
  return hash;
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  writeFileSync(file, bytes);
}

const dream = (text: string) => writeDream(as(world, "jan"), { text, audience: "network" }, null);
const dreams = () => planOverview(as(world, "jan")).dreams.map(({ text }) => text);

describe("kring help", () => {
  it("names every command, and an unknown one ends with 1 and the same list", async () => {
    const { code, said } = await kring("help");
    expect(code).toBe(0);
    for (const name of ["create-organisation", "create-staff", "backup", "restore", "check", "seed", "outbox"])
      expect(said).toContain(name);
    expect(await kring()).toEqual({ code: 0, said, wrong: "" });
    for (const unknown of ["fly", "constructor", "__proto__"]) expect(await kring(unknown)).toMatchObject({ code: 1, said });
  });

  it("is not needed to learn that an option is unknown or missing", async () => {
    expect(await kring("outbox", "--loud")).toMatchObject({ code: 1, wrong: expect.stringContaining("--loud") });
    expect(await kring("backup")).toEqual({ code: 1, said: "", wrong: "--to is missing." });
    expect(await kring("seed", "--years", "a few")).toMatchObject({ code: 1, wrong: "--years is not a whole number: a few" });
  });
});

describe("kring create-organisation and create-staff", () => {
  it("make Samen with Karim on its staff, once, whose address makes no operator of him", async () => {
    const { said: id } = await kring("create-organisation", "--name", "Samen vzw");
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect((await kring("create-organisation", "--name", "Samen vzw")).said).toBe(id);
    const karim = ["--mail", " Karim@Samen.example ", "--name", "Karim"];
    expect((await kring("create-staff", "--organisation", "Samen vzw", ...karim)).said).toContain(
      "karim@samen.example is now on the staff",
    );
    expect((await kring("create-staff", "--organisation", id, ...karim)).said).toContain("was already");
    expect(
      row(
        "SELECT count(*) AS n, max(a.operatorSince) AS operatorSince FROM Staff s JOIN Account a ON a.id = s.accountId WHERE s.organisationId = @id",
        {
          id,
        },
      ),
    ).toEqual({ n: 1, operatorSince: null });
  });

  it("refuse an address that is none and an organisation that is not there, in words", async () => {
    const refused = (mail: string, organisation: string) =>
      kring("create-staff", "--organisation", organisation, "--mail", mail, "--name", "Karim");
    expect(await refused("karim@", "Plan")).toEqual({ code: 1, said: "", wrong: "--mail is not a mail address: karim@" });
    expect(await refused("karim@samen.example", "Nergens")).toMatchObject({ code: 1, wrong: expect.stringContaining("Nergens") });
    expect(row("SELECT count(*) AS n FROM Account WHERE name = 'Karim'")).toEqual({ n: 0 });
  });
});

describe("kring create-operator", () => {
  it("makes Ann an operator, whether she has an account or not, and once", async () => {
    const ann = ["--mail", "Ann@Kring.example", "--name", "Ann"];
    expect((await kring("create-operator", ...ann)).said).toContain("ann@kring.example is now an operator");
    expect((await kring("create-operator", ...ann)).said).toContain("was already");
    await kring("create-operator", "--mail", cast.fatima.mail, "--name", "Iemand anders");
    expect(rows("SELECT name FROM Account WHERE operatorSince IS NOT NULL ORDER BY name")).toEqual([{ name: "Ann" }, { name: "Fatima" }]);
    expect(await kring("create-operator", "--mail", "ann", "--name", "Ann")).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("ann"),
    });
  });
});

describe("kring freeze-account", () => {
  it("says how many devices were signed out, and unfreeze-account that they can come back; an unknown address is a mistake", async () => {
    expect(await kring("freeze-account", "--mail", "Fatima@kring.example")).toMatchObject({
      code: 0,
      said: expect.stringContaining("fatima@kring.example is frozen. Devices signed out: 0."),
    });
    expect((await kring("unfreeze-account", "--mail", cast.fatima.mail)).said).toContain("fatima@kring.example can sign in again");
    for (const command of ["freeze-account", "unfreeze-account"])
      expect(await kring(command, "--mail", "niemand@kring.example")).toMatchObject({
        code: 1,
        wrong: "niemand@kring.example has no account.",
      });
    expect(await kring("freeze-account", "--mail", "fatima")).toMatchObject({ code: 1, wrong: "--mail is not a mail address: fatima" });
  });
});

describe("A command, while a server works on the data", () => {
  it("changes no shape under it, and is refused when the two do not agree", async () => {
    const letGo = holdData(home.database, 0);
    expect((await kring("outbox")).code).toBe(0);
    await transaction((tx) => tx.$executeRaw`UPDATE _prisma_migrations SET migration_name = '0000_older'`);
    expect(await kring("outbox")).toMatchObject({ code: 1, wrong: expect.stringContaining("newer than this program") });
    await transaction((tx) => tx.$executeRaw`DELETE FROM _prisma_migrations`);
    expect(await kring("outbox")).toMatchObject({ code: 1, wrong: expect.stringContaining("An older Kring is serving") });
    expect(await kring("restore", "--from", folder, "--force")).toMatchObject({ code: 1 });
    letGo?.();
  });
});

describe("A backup", () => {
  it("made while dreams are being written, restored elsewhere, is whole and has what was saved before it", async () => {
    await photographJan();
    await dream("Ik wil alleen wonen");
    let on = true;
    const writing = (async () => {
      for (let number = 0; on; number += 1) {
        await dream(`droom ${number}`);
        await new Promise(setImmediate);
      }
    })();
    const made = await kring("backup", "--to", join(folder, "b")).finally(() => {
      on = false;
    });
    await writing;
    expect(made).toMatchObject({ code: 0, wrong: "", said: expect.stringContaining("The copy is whole.") });
    expect(await kring("check", "--from", join(folder, "b"))).toMatchObject({ code: 0 });

    await elsewhere();
    expect(await kring("restore", "--from", join(folder, "b"))).toMatchObject({ code: 0, wrong: "" });
    expect(await kring("check")).toEqual({ code: 0, said: "The database and the photos are whole.", wrong: "" });
    expect(dreams()).toContain("Ik wil alleen wonen");
    await dream("En het werkt weer");
    expect(dreams()).toContain("En het werkt weer");
  });

  it("does not write over what is there, and leaves nothing half-made", async () => {
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "b/holiday.jpg"), "mine");
    expect(await kring("backup", "--to", join(folder, "b"))).toMatchObject({ code: 1, wrong: expect.stringContaining("holds something") });
    expect(readdirSync(folder)).toEqual(["b"]);
    expect(readdirSync(join(folder, "b"))).toEqual(["holiday.jpg"]);
  });

  it("with one bit changed in its database or a photo, or with a photo gone, is not restored", async () => {
    const hash = await photographJan();
    const backup = join(folder, "b");
    await kring("backup", "--to", backup);
    await elsewhere();
    const broken = async (file: string, words: string) => {
      for (const command of ["check", "restore"])
        expect(await kring(command, "--from", backup)).toMatchObject({ code: 1, wrong: expect.stringContaining(words) });
      expect(existsSync(config().database)).toBe(false);
      return file;
    };
    flip(join(backup, "kring.db"), 60_000);
    await broken("kring.db", "kring.db is damaged");
    flip(join(backup, "kring.db"), 60_000);
    const large = join(backup, "photos", photoPath(hash, "large"));
    flip(large, 200);
    await broken(large, `${photoPath(hash, "large")} is damaged`);
    rmSync(large);
    await broken(large, `${photoPath(hash, "large")} is missing`);
  });

  it("whose list names a file outside of it, or has none, is not touched", async () => {
    const backup = join(folder, "b");
    await kring("backup", "--to", backup);
    const list = join(backup, "manifest.json");
    const text = readFileSync(list, "utf8");
    await elsewhere();
    for (const path of ["../kring.db", "photos/../../x", "/etc/passwd"]) {
      writeFileSync(list, text.replace('"kring.db"', JSON.stringify(path)));
      expect(await kring("restore", "--from", backup)).toMatchObject({ code: 1, wrong: expect.stringContaining("is damaged") });
    }
    rmSync(list);
    expect(await kring("restore", "--from", backup)).toMatchObject({ code: 1, wrong: expect.stringContaining("no finished backup") });
  });
});

describe("Restoring", () => {
  it("over what is there needs --force, which keeps it, and a server that has stopped", async () => {
    await dream("Van voor de kopie");
    await kring("backup", "--to", join(folder, "b"));
    await dream("Van na de kopie");
    expect(await kring("restore", "--from", join(folder, "b"))).toMatchObject({ code: 1, wrong: expect.stringContaining("--force") });
    expect(await kring("restore", "--from", join(folder, "b"), "--force")).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("Stop the server"),
    });
    expect(dreams()).toEqual(["Van na de kopie", "Van voor de kopie"]);
    await letGo();
    expect(await kring("restore", "--from", join(folder, "b"), "--force")).toMatchObject({ code: 0, wrong: "" });
    expect(dreams()).toEqual(["Van voor de kopie"]);
    const kept = readdirSync(home.dataDir).filter((name) => /^kring\.db\.before-[\dT-]+$/.test(name));
    expect(kept).toHaveLength(1);
    await letGo();
    copyFileSync(join(home.dataDir, kept[0] ?? ""), home.database);
    expect(dreams()).toEqual(["Van na de kopie", "Van voor de kopie"]);
  });
});

describe("kring check", () => {
  it("finds a photo with a changed bit, one that is gone, and says nothing of a whole one", async () => {
    const hash = await photographJan();
    expect(await kring("check")).toMatchObject({ code: 0 });
    flip(join(photos, photoPath(hash, "large")), 200);
    expect((await kring("check")).wrong).toContain(`photo ${photoPath(hash, "large")} is damaged`);
    rmSync(join(photos, photoPath(hash, "small")));
    expect(await kring("check")).toMatchObject({ code: 1, wrong: expect.stringContaining(`photo ${photoPath(hash, "small")} is missing`) });
  });

  it("says when less than a year of school holidays is known ahead, and that all is well besides", async () => {
    const whole = "The database and the photos are whole.";
    const last = addMonths(schoolHolidaysUntil, -12);
    expect(await kringOn(`${last}T10:00:00.000Z`, "check")).toEqual({ code: 0, said: whole, wrong: "" });
    const { code, said, wrong } = await kringOn(`${addDays(last, 1)}T10:00:00.000Z`, "check");
    expect([code, wrong]).toEqual([0, ""]);
    expect(said).toContain(`${whole}\nKring knows the school holidays until ${schoolHolidaysUntil}.`);
  });

  it("finds a damaged database, a row that points at nothing, and migrations that do not agree", async () => {
    await transaction((tx) => tx.$executeRaw`PRAGMA wal_checkpoint(TRUNCATE)`.catch(() => 0));
    await letGo();
    const whole = readFileSync(home.database);

    const Database = (await import("better-sqlite3")).default;
    const db = new Database(home.database);
    db.pragma("foreign_keys = OFF");
    db.exec("UPDATE Member SET groupId = 'nowhere' WHERE name = 'Tom'");
    db.exec("UPDATE _prisma_migrations SET migration_name = '0099_tomorrow'");
    db.close();
    const { code, wrong } = await kring("check");
    expect(code).toBe(1);
    expect(wrong).toMatch(/Member row \d+ points at a Group that is not there/);
    expect(wrong).toContain("newer than this program: migration 0099_tomorrow");
    expect(wrong).toContain("0001_first_circle has not been applied");

    for (const ending of ["-wal", "-shm"]) rmSync(home.database + ending, { force: true });
    whole.fill(0xff, 4096 * 3, 4096 * 3 + 200);
    writeFileSync(home.database, whole);
    expect(await kring("check")).toMatchObject({ code: 1, wrong: expect.stringMatching(/damaged|malformed|can't be read/) });
    writeFileSync(home.database, "this is no database, however long it is made to look like one ".repeat(100));
    expect(await kring("check")).toMatchObject({ code: 1, wrong: expect.stringContaining("can't be read") });
  });
});
