import { beforeEach, describe, expect, it } from "vitest";
import { addMember } from "../../app/groups/adding-a-member.server";
import { changeMember } from "../../app/groups/changing-a-member.server";
import { circleNow } from "../../app/groups/circle.server";
import { memberNow } from "../../app/groups/member.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { memberForm, placeForm } from "../../app/groups/schema";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Overtaken, Refusal } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Parameters<typeof as>[1];
const person = (typed: Record<string, string>) => memberForm.parse({ role: "member", ring: "friends", ...typed });
const ringOf = (who: Name, ring: string) =>
  circleNow(as(world, who))
    .rings.find((one) => one.ring === ring)
    ?.people.map(({ name }) => name);
const memberships = (memberId: string) =>
  rows<{ role: string; ring: string; until: string | null }>(
    "SELECT role, ring, until FROM Membership WHERE memberId = @memberId ORDER BY id",
    {
      memberId,
    },
  );

async function leave(name: keyof World["members"]): Promise<void> {
  await transaction((tx) =>
    tx.membership.updateMany({ where: { memberId: world.members[name] }, data: { until: minutesAfter(moment(), -1) } }),
  );
}

describe("The circle", () => {
  it("shows everybody ring by ring to every member, in one statement", () => {
    const viewer = as(world, "els");
    const before = readStatements();
    const { rings, can } = circleNow(viewer);
    expect(readStatements() - before).toBe(1);
    expect(rings.map(({ people }) => people.length)).toEqual([3, 3, 3, 1]);
    expect(can.add).toBe(false);
  });

  it("no longer shows Wim once he has left", async () => {
    await leave("wim");
    expect(ringOf("jan", "joining")).not.toContain("Wim");
  });

  it("of Omar shows nobody of Jan's", async () => {
    expect(circleNow(as(world, "jan")).rings.flatMap(({ people }) => people)).toHaveLength(10);
    expect(rows("SELECT id FROM Member WHERE groupId = @id", { id: world.otherGroupId })).toHaveLength(1);
  });

  it("of two hundred people is read in one statement too", async () => {
    for (let number = 0; number < 190; number += 1) await addMember(as(world, "jan"), person({ name: `Mens ${number}` }), null);
    const viewer = as(world, "jan");
    const before = readStatements();
    expect(circleNow(viewer).rings.flatMap(({ people }) => people)).toHaveLength(200);
    expect(readStatements() - before).toBe(1);
  });
});

describe("Adding somebody", () => {
  it("is done by Jan, and by Rita for him, and both stand in the story", async () => {
    await addMember(as(world, "jan"), person({ name: "Lien", relation: "nicht" }), null);
    await addMember(as(world, "rita"), person({ name: "Bart", ring: "heart" }), null);
    expect(ringOf("tom", "friends")).toContain("Lien");
    expect(ringOf("tom", "heart")).toContain("Bart");
    expect(rows("SELECT byName, forName FROM StoryLine WHERE kind = 'personAdded' ORDER BY id")).toEqual([
      { byName: "Jan", forName: null },
      { byName: "Rita", forName: "Jan" },
    ]);
  });

  it("is not for Fatima, Mia or Els, and saves nothing", async () => {
    for (const name of ["fatima", "mia", "els"] as const)
      await expect(addMember(as(world, name), person({ name: "Lien" }), null)).rejects.toThrow(Refusal);
    expect(row("SELECT count(*) AS n FROM Member WHERE name = 'Lien'")).toEqual({ n: 0 });
  });

  it("with the same form twice adds one", async () => {
    const first = await addMember(as(world, "jan"), person({ name: "Lien" }), "form-1");
    expect(await addMember(as(world, "jan"), person({ name: "Lien" }), "form-1")).toBe(first);
    expect(row("SELECT count(*) AS n FROM Member WHERE name = 'Lien'")).toEqual({ n: 1 });
  });

  it("takes a second Fatima, but not Fatima's mail address a second time", async () => {
    await addMember(as(world, "jan"), person({ name: "Fatima", mail: "andere@kring.example" }), null);
    await expect(addMember(as(world, "jan"), person({ name: "Lien", mail: "FATIMA@kring.example" }), null)).rejects.toMatchObject({
      field: "mail",
      words: { key: "circle.mailKnown" },
    });
  });

  it("never puts a professional in the heart, nor makes a second central person or a starter", () => {
    const professional = { name: "Els", role: "professional", capacity: "personal" };
    expect(memberForm.safeParse({ ...professional, ring: "heart" }).error?.issues).toMatchObject([{ path: ["ring"] }]);
    expect(memberForm.safeParse({ ...professional, ring: "paid" }).success).toBe(true);
    for (const role of ["central", "starter", "x"])
      expect(memberForm.safeParse({ name: "X", role, ring: "heart" }).error?.issues).toMatchObject([{ path: ["role"] }]);
  });

  it("asks of a mandate which function in which service, and keeps neither for anybody else", async () => {
    const typed = { name: "Els", role: "professional", ring: "paid", capacity: "mandate" };
    expect(memberForm.safeParse(typed).error?.issues.map(({ path }) => path[0])).toEqual(["function", "service"]);
    await addMember(as(world, "jan"), person({ name: "Lien", capacity: "mandate", function: "x", service: "y" }), null);
    expect(
      row("SELECT s.capacity, s.function, s.service FROM Membership s JOIN Member m ON m.id = s.memberId WHERE m.name = 'Lien'"),
    ).toEqual({
      capacity: null,
      function: null,
      service: null,
    });
  });
});

describe("A person's page", () => {
  const seen = (by: Name, of: keyof World["members"]) => memberNow(as(world, by), world.members[of]);

  it("is read in one statement, and shows the mail address to Jan, Rita and Mia, to oneself, and to nobody else", () => {
    const viewer = as(world, "jan");
    const before = readStatements();
    expect(memberNow(viewer, world.members.fatima).person.mail).toBe("fatima@kring.example");
    expect(readStatements() - before).toBe(1);
    for (const by of ["rita", "mia", "fatima"] as const) expect(seen(by, "fatima").person.mail).toBe("fatima@kring.example");
    for (const by of ["tom", "els"] as const) expect(JSON.stringify(seen(by, "fatima"))).not.toContain("fatima@kring.example");
  });

  it("of somebody in another circle is not there, as of nobody", async () => {
    const omar = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @id", { id: world.otherGroupId });
    for (const id of [omar?.id ?? "", "01NOTHING", ""]) {
      expect(() => memberNow(as(world, "jan"), id)).toThrow(expect.objectContaining({ status: 404 }));
    }
  });

  it("says until when Wim belonged, and offers nothing to change, once he has left", async () => {
    await leave("wim");
    const { person: wim, can } = seen("jan", "wim");
    expect(wim.until).not.toBeNull();
    expect(can).toMatchObject({ change: false, place: false, invite: false, withdraw: false });
  });

  it("says to who may ask people in that a mail did not arrive, and to nobody else", async () => {
    const mail = { kind: "invitation", toMail: "greet@kring.example", toName: "Greet", language: "nl", data: "{}", messageId: "<1@x>" };
    await transaction(async (tx) => {
      await tx.member.update({ where: { id: world.members.greet }, data: { mail: "greet@kring.example" } });
      await tx.outboxMail.create({
        data: {
          ...mail,
          id: newId(),
          dedupeKey: "1",
          memberId: world.members.greet,
          state: "failed",
          dueAt: moment(),
          createdAt: moment(),
        },
      });
    });
    expect(seen("jan", "greet").person.mailFailed).toBe("greet@kring.example");
    expect(seen("mia", "greet").person.mailFailed).toBeNull();
  });
});

describe("Changing what is known of somebody", () => {
  const change = { name: "Fatima B", relation: "vriendin", mail: "nieuw@kring.example", version: 1 };

  it("is for Jan, for Rita and for Fatima herself, and leaves her account as it is", async () => {
    for (const [place, name] of (["jan", "rita", "fatima"] as const).entries())
      await changeMember(as(world, name), world.members.fatima, { ...change, relation: name, version: place + 1 }, null);
    expect(row("SELECT name, relation, mail FROM Member WHERE id = @id", { id: world.members.fatima })).toEqual({
      name: "Fatima B",
      relation: "fatima",
      mail: "nieuw@kring.example",
    });
    expect(row("SELECT mail FROM Account WHERE id = @id", { id: world.accounts.fatima ?? "" })).toEqual({ mail: "fatima@kring.example" });
  });

  it("is not for Tom", async () => {
    await expect(changeMember(as(world, "tom"), world.members.fatima, change, null)).rejects.toThrow(Refusal);
  });

  it("over what somebody else saved in between changes nothing, and shows what stands there", async () => {
    await changeMember(as(world, "jan"), world.members.fatima, change, null);
    const late = changeMember(as(world, "fatima"), world.members.fatima, { ...change, name: "Faatje" }, null);
    await expect(late).rejects.toBeInstanceOf(Overtaken);
    await expect(late).rejects.toMatchObject({ theirs: { name: "Fatima B" }, version: 2 });
  });

  it("does not reach into another circle, nor to who has left", async () => {
    const omar = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @id", { id: world.otherGroupId });
    await leave("wim");
    for (const id of [omar?.id ?? "", world.members.wim])
      await expect(changeMember(as(world, "jan"), id, change, null)).rejects.toMatchObject({ status: 404 });
  });

  it("does not take Tom's mail address", async () => {
    const taken = changeMember(as(world, "jan"), world.members.fatima, { ...change, mail: "tom@kring.example" }, null);
    await expect(taken).rejects.toMatchObject({ field: "mail" });
  });
});

describe("Another place", () => {
  const place = (typed: Record<string, string>) => placeForm.parse({ role: "member", ring: "heart", version: "1", ...typed });

  it("ends what Fatima was and begins what she is, and is told", async () => {
    await placeMember(as(world, "rita"), world.members.fatima, place({}), null);
    expect(memberships(world.members.fatima)).toMatchObject([
      { ring: "friends", until: expect.any(String) },
      { ring: "heart", until: null },
    ]);
    expect(ringOf("jan", "heart")).toContain("Fatima");
    expect(row("SELECT kind, byName, forName, detail FROM StoryLine")).toMatchObject({
      kind: "personMoved",
      byName: "Rita",
      forName: "Jan",
    });
  });

  it("makes Tom a facilitator from now on", async () => {
    await placeMember(as(world, "jan"), world.members.tom, place({ role: "facilitator" }), null);
    expect(as(world, "tom").role).toBe("facilitator");
    expect(row("SELECT kind, detail FROM StoryLine")).toEqual({
      kind: "roleChanged",
      detail: JSON.stringify({ name: "Tom", from: "member", to: "facilitator" }),
    });
  });

  it("is never given to the central person, and never by Mia, Fatima or Els", async () => {
    await expect(placeMember(as(world, "rita"), world.members.jan, place({}), null)).rejects.toMatchObject({ status: 404 });
    for (const name of ["mia", "fatima", "els"] as const)
      await expect(placeMember(as(world, name), world.members.tom, place({}), null)).rejects.toThrow(Refusal);
    expect(memberships(world.members.jan)).toHaveLength(1);
  });

  it("given twice over the same version is given once", async () => {
    await placeMember(as(world, "jan"), world.members.luc, place({}), null);
    await expect(placeMember(as(world, "rita"), world.members.luc, place({ ring: "paid" }), null)).rejects.toBeInstanceOf(Overtaken);
    expect(memberships(world.members.luc)).toHaveLength(2);
  });
});
