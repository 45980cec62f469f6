import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { askToErase, keepCircle } from "../../app/erasing/asking-to-erase.server";
import { eraseDueCircles } from "../../app/erasing/erasing-due-circles.server";
import { tablesOfAGroup } from "../../app/erasing/what-goes";
import { forgetUnusedPhotos } from "../../app/groups/forgetting-photos.server";
import { frameOf } from "../../app/groups/frame";
import { photoPath } from "../../app/groups/photo-files.server";
import { photographMember } from "../../app/groups/photographing-a-member.server";
import { daysAfter, now as moment } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { dayOf } from "../../app/platform/wall-clock";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { everybody, oneOfEach } from "../policy/everybody";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  await everybody(world);
  await oneOfEach(world, "network", "van Jan");
});

const count = (table: string, groupId = world.groupId) =>
  row<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE ${table === "Group" ? "id" : "groupId"} = @groupId`, { groupId })?.n;
const mails = (kind: string) =>
  rows<{ toMail: string }>("SELECT toMail FROM OutboxMail WHERE kind = @kind ORDER BY toMail", { kind }).map(({ toMail }) => toMail);
const later = (days: number) => daysAfter(moment(), days);
const photoFile = (hash: string) => join(config().dataDir, "photos", photoPath(hash, "large"));

describe("Jan asks to have his circle erased", () => {
  it("and it stands for two weeks more, above each page and in a mail to everybody who has an address", async () => {
    await askToErase(as(world, "jan"), null);
    expect(frameOf(as(world, "fatima")).erasesOn).toBe(dayOf(later(14), "Europe/Brussels"));
    expect(rows("SELECT byName, forName, audience FROM StoryLine WHERE kind = 'erasingAsked'")).toEqual([
      { byName: "Jan", forName: null, audience: "everyone" },
    ]);
    const withAddress = rows(
      `SELECT m.id FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL LEFT JOIN Account x ON x.id = m.accountId
       WHERE m.groupId = @groupId AND coalesce(x.mail, m.mail) IS NOT NULL`,
      { groupId: world.groupId },
    );
    expect(mails("circleEnds")).toHaveLength(withAddress.length);
    expect(mails("circleEnds")).toEqual(expect.arrayContaining(["jan@kring.example", "fatima@kring.example", "els@kring.example"]));
    expect(mails("circleEnds")).not.toContain("wim@kring.example");
  });

  it("once: a second press changes neither the day nor the mails", async () => {
    await askToErase(as(world, "jan"), null);
    const before = as(world, "jan").erasesAt;
    await askToErase(as(world, "jan"), "another press");
    expect(as(world, "jan").erasesAt).toBe(before);
    expect(rows("SELECT id FROM StoryLine WHERE kind = 'erasingAsked'")).toHaveLength(1);
  });

  it("nobody does it for him, nor with his card; to keep it Rita can, and is named, and the card can", async () => {
    for (const name of ["rita", "mia", "fatima"] as const)
      await expect(askToErase(as(world, name), null)).rejects.toMatchObject({ words: { key: "refusal.mayNot" } });
    const card = await cardOfJan();
    await expect(askToErase(card, null)).rejects.toMatchObject({ words: { key: "refusal.notByCard" } });
    await askToErase(as(world, "jan"), null);
    await expect(keepCircle(as(world, "mia"))).rejects.toMatchObject({ words: { key: "refusal.mayNot" } });
    await keepCircle(as(world, "rita"));
    expect(rows("SELECT byName, forName FROM StoryLine WHERE kind = 'erasingStopped'")).toEqual([{ byName: "Rita", forName: "Jan" }]);
    await askToErase(as(world, "jan"), "again");
    await keepCircle(card);
    expect(as(world, "jan").erasesAt).toBeNull();
  });

  it("who heard that it ends hears that it stays, and who had not heard hears nothing", async () => {
    await askToErase(as(world, "jan"), null);
    await transaction((tx) => tx.outboxMail.updateMany({ where: { toMail: "fatima@kring.example" }, data: { state: "sent" } }));
    await keepCircle(as(world, "jan"));
    expect(mails("circleStays")).toEqual(["fatima@kring.example"]);
    await keepCircle(as(world, "jan"));
    await eraseDueCircles(later(20));
    expect(count("Dream")).toBe(1);
  });
});

/** Jan, who came in with a card: a session of his that says so. */
async function cardOfJan() {
  const { jan = "" } = world.accounts;
  const session = "card-session";
  await transaction((tx) =>
    tx.session.create({ data: { id: session, accountId: jan, createdAt: moment(), expiresAt: later(1), cardId: "a card" } }),
  );
  const viewer = memberOf({ ...person(world, "jan"), session, byCard: true }, world.groupId, moment());
  if (!viewer) throw new Error("Jan is not in his circle");
  return viewer;
}

describe("When the two weeks are over", () => {
  it("a day before, nothing is gone", async () => {
    await askToErase(as(world, "jan"), null);
    await eraseDueCircles(later(13));
    expect(count("Dream")).toBe(1);
  });

  it("the circle is gone from every table, Omar's is not, and who had a way in still has", async () => {
    await askToErase(as(world, "jan"), "key");
    const others = tablesOfAGroup.map((table) => count(table, world.otherGroupId));
    const accounts = rows("SELECT id FROM Account ORDER BY id");
    await eraseDueCircles(later(15));
    for (const table of tablesOfAGroup) expect(count(table), table).toBe(0);
    expect(tablesOfAGroup.map((table) => count(table, world.otherGroupId))).toEqual(others);
    expect(rows("SELECT id FROM Account ORDER BY id")).toEqual(accounts);
    expect(rows("PRAGMA foreign_key_check")).toEqual([]);
    expect(rows(`SELECT "to" FROM FormKey WHERE "to" LIKE '%${world.groupId}%'`)).toEqual([]);
    await eraseDueCircles(later(16));
  });

  it("who came in with a card of it is out", async () => {
    await cardOfJan();
    const card = { id: "a card", groupId: world.groupId, memberId: world.members.jan, accountId: world.accounts.jan ?? "" };
    const made = { tokenHash: "hash", madeAt: moment(), byId: world.members.rita, expiresAt: later(300) };
    await transaction((tx) => tx.signInCard.create({ data: { ...card, ...made } }));
    await askToErase(as(world, "jan"), null);
    await eraseDueCircles(later(15));
    expect(rows("SELECT id FROM Session WHERE id = 'card-session'")).toEqual([]);
    expect(rows("SELECT id FROM Session").length).toBeGreaterThan(5);
  });

  it("an account that only a card opened is gone with it, and one in another circle is not", async () => {
    const { jan: accountId = "", fatima = "" } = world.accounts;
    await transaction((tx) => tx.account.updateMany({ where: { id: { in: [accountId, fatima] } }, data: { mail: null } }));
    await transaction((tx) =>
      tx.member.create({
        data: { id: "elsewhere", groupId: world.otherGroupId, accountId: fatima, name: "F", hue: 1, createdAt: moment() },
      }),
    );
    await askToErase(as(world, "jan"), null);
    await eraseDueCircles(later(15));
    expect(rows("SELECT id FROM Account WHERE id = @accountId", { accountId })).toEqual([]);
    expect(rows("SELECT id FROM Account WHERE id = @fatima", { fatima })).toHaveLength(1);
  });

  it("its photos are gone from the disk, but for one that another circle shows too", async () => {
    const picture = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer();
    await photographMember(as(world, "jan"), world.members.jan, await picture("#aa0000"), "circle", null);
    await photographMember(as(world, "jan"), world.members.tom, await picture("#00aa00"), "circle", null);
    const [first = "", second = ""] = rows<{ hash: string }>("SELECT hash FROM Photo ORDER BY id").map(({ hash }) => hash);
    await transaction((tx) =>
      tx.photo.create({
        data: { id: "same", groupId: world.otherGroupId, memberId: "omar", hash: second, byId: "omar", createdAt: moment() },
      }),
    );
    await askToErase(as(world, "jan"), null);
    await eraseDueCircles(later(15));
    expect([existsSync(photoFile(first)), existsSync(photoFile(second))]).toEqual([false, true]);
  });

  it("a photo's file that no row shows is forgotten after a day, whatever broke off", async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#0000aa" } })
      .png()
      .toBuffer();
    await photographMember(as(world, "jan"), world.members.jan, picture, "circle", null);
    const { hash = "" } = row<{ hash: string }>("SELECT hash FROM Photo") ?? {};
    await forgetUnusedPhotos(later(2));
    expect(existsSync(photoFile(hash))).toBe(true);
    await transaction((tx) => tx.photo.deleteMany());
    await forgetUnusedPhotos(later(-1));
    expect(existsSync(photoFile(hash))).toBe(true);
    await forgetUnusedPhotos(later(2));
    expect(existsSync(photoFile(hash))).toBe(false);
  });
});
