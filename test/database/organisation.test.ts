import { beforeEach, describe, expect, it } from "vitest";
import { myGroups } from "../../app/groups/my-groups.server";
import { addStaff } from "../../app/organisation/adding-staff.server";
import { groupsOf } from "../../app/organisation/groups.server";
import { makeOrganisation } from "../../app/organisation/making-an-organisation.server";
import { organisationsOf } from "../../app/organisation/my-organisations.server";
import { groupForm } from "../../app/organisation/schema";
import { startGroup } from "../../app/organisation/starting-a-group.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { operator, type StaffViewer, staffOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

function sofie(now = moment()): StaffViewer {
  const viewer = staffOf(person(world, "sofie"), world.organisationId, now);
  if (!viewer) throw new Error("Sofie is not on the staff");
  return viewer;
}

const nele = { centralName: "Nele", centralMail: "nele@kring.example", facilitatorName: "Bart", facilitatorMail: "bart@kring.example" };

describe("Sofie, of Plan, starts a circle", () => {
  it("with Nele in the middle, Bart as facilitator and herself as starter, and both get an invitation", async () => {
    const to = await startGroup(sofie(), nele, "nl", null);
    const groupId = to.replace("/g/", "");
    expect(
      rows(
        "SELECT m.name, s.role, s.ring FROM Membership s JOIN Member m ON m.id = s.memberId WHERE s.groupId = @groupId ORDER BY m.name",
        {
          groupId,
        },
      ),
    ).toEqual([
      { name: "Bart", role: "facilitator", ring: "joining" },
      { name: "Nele", role: "central", ring: null },
      { name: "Sofie", role: "starter", ring: "paid" },
    ]);
    expect(row('SELECT organisationId, language FROM "Group" WHERE id = @groupId', { groupId })).toEqual({
      organisationId: world.organisationId,
      language: "nl",
    });
    expect(row("SELECT phase FROM Phase WHERE groupId = @groupId", { groupId })).toEqual({ phase: "gettingToKnow" });
    expect(rows("SELECT kind FROM StoryLine WHERE groupId = @groupId ORDER BY id", { groupId })).toEqual([
      { kind: "groupStarted" },
      { kind: "personAdded" },
    ]);
    expect(rows("SELECT toMail FROM OutboxMail WHERE kind = 'invitation' ORDER BY toMail")).toEqual([
      { toMail: "bart@kring.example" },
      { toMail: "nele@kring.example" },
    ]);
  });

  it("and only Bart gets a mail when Nele has no address", async () => {
    await startGroup(sofie(), { ...nele, centralMail: null }, "nl", null);
    expect(rows("SELECT toMail FROM OutboxMail WHERE kind = 'invitation'")).toEqual([{ toMail: "bart@kring.example" }]);
  });

  it("once, however often the form is sent", async () => {
    const first = await startGroup(sofie(), nele, "nl", "form-1");
    expect(await startGroup(sofie(), nele, "nl", "form-1")).toBe(first);
    expect(groupsOf(sofie())).toHaveLength(2);
  });

  it("not with her own address as somebody else's, nor with one address for two people", async () => {
    const own = "sofie@plan.example";
    for (const mixed of [{ centralMail: own }, { facilitatorMail: own }, { facilitatorMail: nele.centralMail }])
      await expect(startGroup(sofie(), { ...nele, ...mixed }, "nl", null)).rejects.toThrow(Refusal);
    expect(groupsOf(sofie())).toHaveLength(1);
  });

  it("not once she has left the staff, even from a page that was still open", async () => {
    const before = sofie();
    const until = minutesAfter(before.now, -1);
    await transaction((tx) => tx.staff.updateMany({ data: { until } }));
    await expect(startGroup(before, nele, "nl", null)).rejects.toMatchObject({ status: 404 });
    expect(staffOf(person(world, "sofie"), world.organisationId, moment())).toBeNull();
  });

  it("with names of one letter, of 120 letters and in Arabic, and not with none, with 200 letters or with a NUL alone", () => {
    const named = (centralName: string) => groupForm.safeParse({ ...nele, centralName }).success;
    for (const good of ["J", "J".repeat(120), "فاطمة"]) expect(named(good)).toBe(true);
    for (const bad of ["", "  ", "J".repeat(200), "\u0000"]) expect(named(bad)).toBe(false);
    expect(groupForm.safeParse({ ...nele, facilitatorMail: "bart@" }).success).toBe(false);
  });
});

describe("The list of an organisation's circles", () => {
  it("says that Jan's circle is there, its phase, facilitator, count and next date, and nothing that is written in it", async () => {
    const word = "Zeepaardje";
    for (const audience of ["me", "facilitators", "network", "everyone"] as const)
      await writeDream(as(world, "jan"), { text: `${word} ${audience}`, audience }, null);
    await transaction((tx) =>
      tx.gathering.createMany({
        data: [
          { startLocal: "2101-05-03T19:30", startsAt: "2101-05-03T17:30:00.000Z" },
          { startLocal: "2101-04-05T19:30", startsAt: "2101-04-05T17:30:00.000Z", cancelledAt: moment() },
        ].map((when) => ({
          ...when,
          id: newId(),
          groupId: world.groupId,
          zone: "Europe/Brussels",
          minutes: 120,
          place: word,
          about: word,
          byId: world.members.mia,
          createdAt: moment(),
        })),
      }),
    );
    const found = groupsOf(sofie());
    expect(found).toEqual([
      {
        id: world.groupId,
        name: "Jan",
        hue: 0,
        phase: "action",
        phaseSince: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        facilitators: ["Mia"],
        people: 11,
        nextOn: "2101-05-03",
        starters: [],
        handedOverOn: null,
        mine: false,
      },
    ]);
    expect(JSON.stringify(found)).not.toContain(word);
  });

  it("leads into a circle only while Sofie is its starter", async () => {
    await startGroup(sofie(), nele, "nl", null);
    expect(groupsOf(sofie()).map(({ name, mine, starters }) => ({ name, mine, starters }))).toEqual([
      { name: "Nele", mine: true, starters: ["Sofie"] },
      { name: "Jan", mine: false, starters: [] },
    ]);
  });

  it("shows no circle of another organisation, nor one without", async () => {
    const { id } = await makeOrganisation(operator(moment()), "Ander");
    await addStaff(operator(moment()), id, { mail: "sofie@plan.example", name: "Sofie" });
    const other = staffOf(person(world, "sofie"), id, moment());
    expect(other && groupsOf(other)).toEqual([]);
    expect(groupsOf(sofie()).map(({ name }) => name)).toEqual(["Jan"]);
  });

  it("costs one statement, for one circle and for seven", async () => {
    const cost = () => {
      const before = readStatements();
      groupsOf(viewer);
      return readStatements() - before;
    };
    const viewer = sofie();
    expect(cost()).toBe(1);
    for (let number = 0; number < 6; number += 1) await startGroup(sofie(), nele, "nl", null);
    expect(groupsOf(sofie())).toHaveLength(7);
    expect(cost()).toBe(1);
  });
});

describe("My circles", () => {
  it("are Jan's for Fatima, none for Sofie, and Plan is Sofie's alone", () => {
    expect(myGroups(person(world, "fatima"), moment()).map(({ name, role }) => ({ name, role }))).toEqual([
      { name: "Jan", role: "member" },
    ]);
    expect(myGroups(person(world, "sofie"), moment())).toEqual([]);
    expect(organisationsOf(person(world, "sofie")).map(({ name }) => name)).toEqual(["Plan"]);
    expect(organisationsOf(person(world, "fatima"))).toEqual([]);
  });

  it("no longer hold Jan's once Fatima has left it", async () => {
    await transaction((tx) =>
      tx.membership.updateMany({ where: { memberId: world.members.fatima }, data: { until: minutesAfter(moment(), -1) } }),
    );
    expect(myGroups(person(world, "fatima"), moment())).toEqual([]);
  });
});
