import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { sayBirthday } from "../../app/groups/saying-a-birthday.server";
import { sayClock } from "../../app/groups/saying-a-clock.server";
import { say } from "../../app/i18n/text";
import type { Due } from "../../app/mail/composing.server";
import { groupsOf } from "../../app/organisation/groups.server";
import { handOver, ledBefore } from "../../app/organisation/handing-over.server";
import { organisationMails } from "../../app/organisation/mails.server";
import { startGroup } from "../../app/organisation/starting-a-group.server";
import { whoGoesOn } from "../../app/organisation/who-goes-on.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { addDays } from "../../app/platform/wall-clock";
import { type MemberViewer, memberOf, type StaffViewer, staffOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
let groupId: string;

beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  const form = { centralName: "Nele", centralMail: "nele@kring.example", facilitatorName: "Bart", facilitatorMail: "bart@kring.example" };
  groupId = (await startGroup(sofie(), form, "nl", null)).replace("/g/", "");
});

function sofie(): StaffViewer {
  const viewer = staffOf(person(world, "sofie"), world.organisationId, moment());
  if (!viewer) throw new Error("Sofie is not on the staff");
  return viewer;
}

function starter(): MemberViewer {
  const viewer = memberOf(person(world, "sofie"), groupId, moment());
  if (!viewer) throw new Error("Sofie is not in the circle");
  return viewer;
}

/** Says yes to the invitation for somebody, as far as these tests need it. */
async function join(name: string): Promise<void> {
  await transaction(async (tx) => {
    const member = await tx.member.findFirstOrThrow({ where: { groupId, name } });
    const account = await tx.account.create({ data: { id: newId(), name, mail: member.mail, createdAt: moment() } });
    await tx.member.update({ where: { id: member.id }, data: { accountId: account.id } });
  });
}

const phaseNow = () => row("SELECT phase FROM Phase WHERE groupId = @groupId ORDER BY id DESC LIMIT 1", { groupId });

describe("Before Bart has said yes, Sofie", () => {
  it("sees that he is asked and can't hand over, and is still in the circle", async () => {
    expect(whoGoesOn(starter())).toEqual({ ready: [], asked: ["Bart"] });
    await expect(handOver(starter(), null)).rejects.toThrow(Refusal);
    expect(starter().role).toBe("starter");
    expect(row("SELECT count(*) AS n FROM Handover")).toEqual({ n: 0 });
  });

  it("can't hand over to nobody either", async () => {
    await join("Bart");
    await transaction((tx) =>
      tx.membership.updateMany({ where: { groupId, role: "facilitator" }, data: { until: minutesAfter(moment(), -1) } }),
    );
    expect(whoGoesOn(starter())).toEqual({ ready: [], asked: [] });
    await expect(handOver(starter(), null)).rejects.toThrow(Refusal);
  });
});

describe("Once Sofie has handed over to Bart", () => {
  beforeEach(async () => {
    await join("Bart");
    await join("Nele");
  });

  it("she is a stranger to the circle, and to her it looks like one that never was", async () => {
    await writeDream(starter(), { text: "Zeepaardje", audience: "network" }, null);
    expect(await handOver(starter(), null)).toBe(`/o/${world.organisationId}?handed-over`);
    expect(memberOf(person(world, "sofie"), groupId, moment())).toBeNull();
    expect(memberOf(person(world, "sofie"), newId(), moment())).toBeNull();
  });

  it("the list of Plan still names the circle, with the day and no way in", async () => {
    await handOver(starter(), null);
    const found = groupsOf(sofie()).find((circle) => circle.id === groupId);
    expect(found).toMatchObject({ name: "Nele", mine: false, starters: [], facilitators: ["Bart"], people: 2, phase: "forming" });
    expect(found?.handedOverOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("when her birthday is, and where she lives, is forgotten with her", async () => {
    const { memberId } = starter();
    const kept = () => row("SELECT birthday, zone FROM Member WHERE id = @memberId", { memberId });
    await sayBirthday(starter(), memberId, "05-03", null);
    await sayClock(starter(), memberId, { zone: "Europe/London" }, null);
    expect(kept()).toEqual({ birthday: "05-03", zone: "Europe/London" });
    await handOver(starter(), null);
    expect(kept()).toEqual({ birthday: null, zone: null });
  });

  it("she comes to no series any more, also when she had said that she always does", async () => {
    const form = seriesForm.parse({ ...seriesToBegin, from: addDays(starter().today, 1), place: "bij Nele" });
    await planSeries(starter(), form, null);
    const first = row<{ id: string }>("SELECT id FROM Gathering WHERE groupId = @groupId ORDER BY startsAt LIMIT 1", { groupId })?.id ?? "";
    await answer(starter(), first, starter().memberId, answerForm.parse({ answer: "yes", reach: "series" }), null, "/");
    await handOver(starter(), null);
    expect(row("SELECT count(*) AS n FROM StandingAnswer")).toEqual({ n: 0 });
    expect(row("SELECT count(*) AS n FROM Response WHERE groupId = @groupId", { groupId })).toEqual({ n: 1 });
  });

  it("the story names them both, and her membership is kept, ended", async () => {
    await handOver(starter(), null);
    expect(row("SELECT byName, detail FROM StoryLine WHERE kind = 'handedOver' AND groupId = @groupId", { groupId })).toEqual({
      byName: "Sofie",
      detail: '{"name":"Bart"}',
    });
    expect(row("SELECT until IS NOT NULL AS ended FROM Membership WHERE groupId = @groupId AND role = 'starter'", { groupId })).toEqual({
      ended: 1,
    });
  });

  it("a circle that was already doing things stays in that phase", async () => {
    await transaction((tx) => tx.phase.create({ data: { id: newId(), groupId, phase: "action", since: moment() } }));
    await handOver(starter(), null);
    expect(phaseNow()).toEqual({ phase: "action" });
  });

  it("pressing twice hands over once, and the second press leads to the same page", async () => {
    const viewer = starter();
    const to = await handOver(viewer, "form-1");
    expect(ledBefore(person(world, "sofie"), groupId, "form-1")).toBe(to);
    expect(ledBefore(person(world, "mia"), groupId, "form-1")).toBeNull();
    expect(await handOver(viewer, "form-1")).toBe(to);
    await expect(handOver(viewer, "form-2")).rejects.toMatchObject({ status: 404 });
    expect(row("SELECT count(*) AS n FROM Handover")).toEqual({ n: 1 });
  });

  it("Nele and Bart get a mail, in words of their own, and nobody else does", async () => {
    await handOver(starter(), null);
    const promised = rows<{ toMail: string; memberId: string; data: string }>(
      "SELECT toMail, memberId, data FROM OutboxMail WHERE kind = 'handover' ORDER BY toMail",
    );
    expect(promised.map(({ toMail }) => toMail)).toEqual(["bart@kring.example", "nele@kring.example"]);
    const [toBart, toNele] = promised.map(({ memberId, data }) => organisationMails.handover(due(memberId, data)));
    expect(toBart?.subject).toBe("De kring van Nele gaat verder met Bart");
    expect(JSON.stringify(toBart?.blocks)).toContain("Jij begeleidt de kring vanaf nu.");
    expect(JSON.stringify(toNele?.blocks)).toContain("Bart begeleidt de kring vanaf nu.");
    expect(toNele?.why).toBe("Je krijgt deze mail omdat het jouw kring is.");
  });

  it("Bart, who left before the mail went out, gets none", async () => {
    await handOver(starter(), null);
    const mail = row<{ memberId: string; data: string }>(
      "SELECT memberId, data FROM OutboxMail WHERE kind = 'handover' AND toMail = 'bart@kring.example'",
    );
    await transaction((tx) =>
      tx.membership.updateMany({ where: { memberId: mail?.memberId ?? "" }, data: { until: minutesAfter(moment(), -1) } }),
    );
    expect(organisationMails.handover(due(mail?.memberId ?? "", mail?.data ?? "{}"))).toBeNull();
  });
});

it("Nobody but a starter hands over Jan's circle", async () => {
  for (const name of ["jan", "rita", "mia", "fatima", "els"] as const)
    await expect(handOver(as(world, name), null)).rejects.toThrow(Refusal);
});

function due(memberId: string, data: string): Due<"handover"> {
  return {
    memberId,
    groupId,
    toName: "",
    toMail: "",
    language: "nl",
    data: JSON.parse(data) as { handoverId: string },
    now: moment(),
    t: say("nl"),
    link: (path) => `http://localhost:3000${path}`,
  };
}
