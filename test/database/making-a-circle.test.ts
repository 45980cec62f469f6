import { beforeEach, describe, expect, it } from "vitest";
import { circleNow } from "../../app/groups/circle.server";
import { makeGroup } from "../../app/groups/making-a-group.server";
import { groupFormFor } from "../../app/groups/schema";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { memberOf, type Person } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";

const now = "2026-12-01T10:00:00.000Z";
const rita: Person = { accountId: "rita", name: "Rita", mail: "rita@kring.example", language: "nl", operator: false };
const form = (typed: Record<string, string>, named = true) => groupFormFor(named).parse({ zone: "Europe/Brussels", ...typed });
const idOf = (path: string) => path.split("/")[2] ?? "";

beforeEach(async () => {
  await freshDatabase();
  await transaction((tx) => tx.account.create({ data: { id: "rita", name: "", mail: rita.mail, createdAt: now } }));
});

describe("Making a circle", () => {
  it("for oneself makes one its central person, and leads to the photo", async () => {
    const path = await makeGroup(rita, form({ forWhom: "me" }), now, null);
    const viewer = memberOf(rita, idOf(path), now);
    expect(viewer).toMatchObject({ role: "central", name: "Rita", actsForId: null, zone: "Europe/Brussels" });
    expect(path).toBe(`/g/${viewer?.groupId}/people/${viewer?.memberId}/photo?first=1`);
    expect(row("SELECT phase, since FROM Phase")).toEqual({ phase: "gettingToKnow", since: now });
    expect(row("SELECT kind, byName, forName FROM StoryLine")).toEqual({ kind: "groupStarted", byName: "Rita", forName: null });
  });

  it("for Jan makes Jan the central person, without an account, and Rita his assistant near his heart", async () => {
    const typed = { forWhom: "other", name: "Jan", relation: "mama", mail: "jan@kring.example" };
    const groupId = idOf(await makeGroup(rita, form(typed), now, null));
    const viewer = memberOf(rita, groupId, now);
    expect(viewer).toMatchObject({ role: "member", ring: "heart", central: { name: "Jan" } });
    expect(viewer?.actsForId).toBe(viewer?.central.id);
    const heart = viewer && circleNow(viewer).rings[0]?.people;
    expect(heart).toMatchObject([{ name: "Rita", relation: "mama", assists: true, you: true }]);
    expect(row("SELECT accountId, mail FROM Member WHERE name = 'Jan'")).toEqual({ accountId: null, mail: "jan@kring.example" });
    expect(row("SELECT byName, forName FROM StoryLine")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it("gives an account without a name the name that was typed, and leaves one that has a name alone", async () => {
    await makeGroup({ ...rita, name: "" }, form({ forWhom: "me", myName: "Rita Peeters" }, false), now, null);
    expect(row("SELECT name FROM Account")).toEqual({ name: "Rita Peeters" });
    await makeGroup({ ...rita, name: "Rita Peeters" }, form({ forWhom: "me", myName: "Iemand anders" }), now, null);
    expect(row("SELECT name FROM Account")).toEqual({ name: "Rita Peeters" });
    expect(rows("SELECT name FROM Member")).toEqual([{ name: "Rita Peeters" }, { name: "Rita Peeters" }]);
  });

  it("with the same form twice makes one", async () => {
    const made = await makeGroup(rita, form({ forWhom: "me" }), now, "form-1");
    expect(await makeGroup(rita, form({ forWhom: "me" }), now, "form-1")).toBe(made);
    expect(row('SELECT count(*) AS n FROM "Group"')).toEqual({ n: 1 });
  });

  it("for Jan does not take Rita's own mail address for his, and makes nothing", async () => {
    const typed = { forWhom: "other", name: "Jan", mail: "RITA@kring.example" };
    await expect(makeGroup(rita, form(typed), now, null)).rejects.toMatchObject({ field: "mail", words: { key: "circle.mailIsYours" } });
    expect(row('SELECT count(*) AS n FROM "Group"')).toEqual({ n: 0 });
  });

  it("needs the name of the other, and a zone that exists; what is wrong is named by field", () => {
    const wrong = groupFormFor(true).safeParse({ forWhom: "other", zone: "Europe/Atlantis" });
    expect(wrong.error?.issues.map((issue) => issue.path[0])).toContain("zone");
    const nameless = groupFormFor(true).safeParse({ forWhom: "other", zone: "Europe/Brussels" });
    expect(nameless.error?.issues).toMatchObject([{ path: ["name"], message: "circle.theirNameMissing" }]);
    expect(groupFormFor(false).safeParse({ forWhom: "me", zone: "Europe/Brussels" }).error?.issues).toMatchObject([{ path: ["myName"] }]);
  });

  it("takes a name of one letter, of many, in Arabic; not one of two hundred letters, and nothing that no one can see", async () => {
    for (const name of ["J", "x".repeat(120), "يان", "Jan \u0000\u202eJanssens"])
      await makeGroup(rita, form({ forWhom: "other", name }), now, null);
    expect(rows<{ name: string }>("SELECT name FROM Member WHERE accountId IS NULL ORDER BY id").map(({ name }) => name)).toEqual([
      "J",
      "x".repeat(120),
      "يان",
      "Jan Janssens",
    ]);
    const tooLong = groupFormFor(true).safeParse({ forWhom: "other", name: "x".repeat(200), zone: "Europe/Brussels" });
    expect(tooLong.error?.issues).toMatchObject([{ path: ["name"], message: "error.tooLong" }]);
  });
});
