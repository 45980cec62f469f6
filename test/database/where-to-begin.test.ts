import { beforeEach, describe, expect, it } from "vitest";
import { addMember } from "../../app/groups/adding-a-member.server";
import { makeGroup } from "../../app/groups/making-a-group.server";
import { groupFormFor, memberForm } from "../../app/groups/schema";
import { whereToBegin } from "../../app/groups/where-to-begin.server";
import { addStaff } from "../../app/organisation/adding-staff.server";
import { now as moment } from "../../app/platform/clock.server";
import { transaction } from "../../app/platform/transaction.server";
import { operator } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Somebody = "fatima" | "omar" | "sofie";
const begins = (name: Somebody, next = "/me") => whereToBegin(world.accounts[name] ?? "", next, moment());
const makesOne = (name: Somebody) =>
  makeGroup(person(world, name), groupFormFor(true).parse({ forWhom: "me", zone: "Europe/Brussels" }), moment(), null);

describe("Who has signed in begins", () => {
  it("in their circle when it is their only one, and among their circles when they have two", async () => {
    expect(begins("fatima")).toBe(`/g/${world.groupId}`);
    expect(begins("omar")).toBe(`/g/${world.otherGroupId}`);
    await makesOne("fatima");
    expect(begins("fatima")).toBe("/me");
  });

  it("where they were going, when they were going somewhere", () => {
    expect(begins("fatima", `/g/${world.groupId}/plan`)).toBe(`/g/${world.groupId}/plan`);
  });

  it("among their circles when an invitation waits there, or their organisation", async () => {
    const form = memberForm.parse({ name: "Omar", role: "member", ring: "friends", mail: "omar@kring.example", invite: "on" });
    await addMember(as(world, "jan"), form, null);
    expect(begins("omar")).toBe("/me");
    await addStaff(operator(moment()), world.organisationId, { mail: "fatima@kring.example", name: "Fatima" });
    expect(begins("fatima")).toBe("/me");
    expect(begins("sofie")).toBe("/me");
  });

  it("among their circles once they have left the only one", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.fatima }, data: { until: moment() } }));
    expect(begins("fatima")).toBe("/me");
  });
});
