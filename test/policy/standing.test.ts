import { beforeEach, describe, expect, it } from "vitest";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { hashOf, newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { linkHolder, memberOf, operator, recipient, staffOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-12-01T22:30:00.000Z";
const day = (days: number) => minutesAfter(now, days * 24 * 60);
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});
const asked = (name: Parameters<typeof person>[1], at = now, groupId = world.groupId) => memberOf(person(world, name), groupId, at);

describe("Who somebody is in a circle", () => {
  it("is what their membership says, with the circle's own day and zone", () => {
    expect(asked("fatima")).toMatchObject({
      groupId: world.groupId,
      memberId: world.members.fatima,
      name: "Fatima",
      role: "member",
      ring: "friends",
      actsForId: null,
      central: { id: world.members.jan, name: "Jan", hue: 0, photoId: null },
      zone: "Europe/Brussels",
      language: "nl",
      now,
      today: "2026-12-01",
    });
    expect(asked("fatima", "2026-12-01T23:30:00.000Z")?.today).toBe("2026-12-02");
    expect(asked("jan")).toMatchObject({ role: "central", central: { id: world.members.jan } });
  });

  it("is in the language of their account, else in the circle's", async () => {
    await transaction((tx) => tx.account.updateMany({ where: { name: "Fatima" }, data: { language: "en" } }));
    expect(asked("fatima")?.language).toBe("en");
    await transaction((tx) => tx.group.updateMany({ data: { language: "en" } }));
    expect(recipient(world.members.greet, now)?.language).toBe("en");
    expect(asked("tom")?.language).toBe("nl");
  });

  it("is nobody to a stranger, and the same nobody where there is no circle", () => {
    expect([asked("omar"), asked("sofie"), asked("jan", now, world.otherGroupId), asked("jan", now, "none")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("ends with their membership, also for who looks with a clock that was set back", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.fatima }, data: { until: day(1) } }));
    for (const at of [now, day(1), day(-1)]) expect([asked("fatima", at), recipient(world.members.fatima, at)]).toEqual([null, null]);
  });

  it("changes with the role that comes after another", async () => {
    expect(asked("tom")?.role).toBe("member");
    await transaction(async (tx) => {
      await tx.membership.updateMany({ where: { memberId: world.members.tom }, data: { until: now } });
      await tx.membership.create({
        data: { id: newId(), groupId: world.groupId, memberId: world.members.tom, role: "facilitator", ring: "heart", since: now },
      });
    });
    expect([asked("tom")?.role, asked("tom", day(-1))?.role]).toEqual(["facilitator", "facilitator"]);
  });
});

describe("Acting for Jan", () => {
  it("ends when the assistance ends, and is for Jan alone", async () => {
    expect(asked("rita")?.actsForId).toBe(world.members.jan);
    await transaction((tx) => tx.assistance.updateMany({ data: { until: now } }));
    expect(asked("rita")).toMatchObject({ role: "member", actsForId: null });
  });

  it("is nothing where it is for somebody who is not the central person", async () => {
    await transaction((tx) => tx.assistance.updateMany({ data: { forId: world.members.tom } }));
    expect(asked("rita")?.actsForId).toBeNull();
  });
});

describe("Staff", () => {
  it("are so until they are no more, of their own organisation", async () => {
    const sofie = (at = now, organisationId = world.organisationId) => staffOf(person(world, "sofie"), organisationId, at);
    expect(sofie()).toMatchObject({ organisationId: world.organisationId, organisationName: "Plan", now });
    expect([sofie(now, "another"), staffOf(person(world, "jan"), world.organisationId, now)]).toEqual([null, null]);
    await transaction((tx) => tx.staff.updateMany({ data: { until: now } }));
    expect([sofie(), sofie(day(1))]).toEqual([null, null]);
  });
});

describe("Whoever holds a link from a mail", () => {
  it("may what the link is for, as long as they belong to the circle", async () => {
    const memberId = world.members.greet;
    const tokenHash = hashOf("secret");
    await transaction((tx) =>
      tx.mailLink.create({ data: { tokenHash, purpose: "answer", groupId: world.groupId, memberId, gatheringId: "g", createdAt: now } }),
    );
    expect(linkHolder(tokenHash, "answer", now)).toMatchObject({ purpose: "answer", memberId, gatheringId: "g", now });
    expect([linkHolder(tokenHash, "fewer", now), linkHolder(hashOf("other"), "answer", now)]).toEqual([null, null]);
    await transaction((tx) => tx.membership.updateMany({ where: { memberId }, data: { until: now } }));
    expect(linkHolder(tokenHash, "answer", now)).toBeNull();
  });
});

it("The recipient of a mail is who they would be if they came to look themselves", () => {
  const at = moment();
  expect(recipient(world.members.mia, at)).toEqual(as(world, "mia", at));
  expect(recipient("nobody", at)).toBeNull();
  expect(operator(at)).toEqual({ now: at });
});
