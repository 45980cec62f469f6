import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import type { Role } from "../../app/policy/table";
import { freshDatabase } from "../database";
import { circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const since = "2026-01-01T00:00:00.000Z";
const membership = (memberId: string, role: Role, until: string | null = null) =>
  transaction((tx) => tx.membership.create({ data: { id: newId(), groupId: world.groupId, memberId, role, since, until } }));
const assistance = (assistantId: string, until: string | null = null) =>
  transaction((tx) =>
    tx.assistance.create({
      data: { id: newId(), groupId: world.groupId, assistantId, forId: world.members.jan, since, until, namedById: world.members.jan },
    }),
  );

describe("The database itself", () => {
  it("lets nobody stand twice in a circle at once, and keeps what they were", async () => {
    await expect(membership(world.members.tom, "facilitator")).rejects.toThrow(/Unique constraint/);
    await membership(world.members.tom, "facilitator", "2026-02-01T00:00:00.000Z");
    await membership(world.members.tom, "professional", "2026-03-01T00:00:00.000Z");
  });

  it("lets a circle have one central person, and another one only after that", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.tom }, data: { until: since } }));
    await expect(membership(world.members.tom, "central")).rejects.toThrow(/Unique constraint/);
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.jan }, data: { until: since } }));
    await membership(world.members.tom, "central");
  });

  it("has one answer to for whom something new is, by kind", async () => {
    const chosen = (kind: string, until: string | null = null) =>
      transaction((tx) => {
        const { groupId, members } = world;
        return tx.forWhom.create({ data: { id: newId(), groupId, kind, audience: "me", since, until, byId: members.jan } });
      });
    await chosen("dream");
    await expect(chosen("dream")).rejects.toThrow(/Unique constraint/);
    await chosen("dream", "2026-02-01T00:00:00.000Z");
    await chosen("goal");
  });

  it("lets somebody be named once at a time to act for another", async () => {
    await expect(assistance(world.members.rita)).rejects.toThrow(/Unique constraint/);
    await assistance(world.members.rita, "2026-02-01T00:00:00.000Z");
    await assistance(world.members.tom);
  });
});
