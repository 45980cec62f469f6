import { openSession } from "../../app/accounts/sessions.server";
import type { CastName } from "../../app/demo/cast";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { newPoll } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { planUndated } from "../../app/gatherings/undated/planning-an-undated-series.server";
import { undatedForm } from "../../app/gatherings/undated/schema";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { row } from "../../app/platform/query.server";
import { insert } from "../../app/platform/rows.server";
import { hashOf, newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { addDays } from "../../app/platform/wall-clock";
import type { Audience, Role } from "../../app/policy/table";
import type { MemberViewer } from "../../app/policy/viewer.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { as, type World } from "../world";

/** Everybody who can ask for a page, from the least to the most. Rita acts for Jan; Sofie is on the staff of the organisation. */
export const askers = ["nobody", "omar", "sofie", "els", "fatima", "mia", "stan", "rita", "jan"] as const;
export type Asker = (typeof askers)[number];

/** Who is treated as another: Wim has left the circle, An may no longer act for Jan, Noor no longer works for the organisation, and Rita is here as herself. */
export const alike = { wim: "omar", an: "fatima", noor: "fatima", herself: "fatima" } as const satisfies Partial<
  Record<CastName | "herself", Asker>
>;
export type Alike = keyof typeof alike;

/** Puts Stan in Jan's circle as its starter, ends what is over, and opens a session for everybody. @returns their cookies */
export async function everybody(world: World): Promise<Record<Asker | Alike, string>> {
  const now = moment();
  const accountId = newId();
  const over = { since: world.startedAt, until: new Date(Date.parse(now) - 1000).toISOString() };
  await transaction(async (tx) => {
    await tx.account.create({ data: { id: accountId, name: "Stan", mail: "stan@plan.example", language: "nl", createdAt: now } });
    await tx.staff.create({ data: { id: newId(), organisationId: world.organisationId, accountId, since: world.startedAt } });
    const { id: memberId } = await tx.member.create({
      data: { id: newId(), groupId: world.groupId, accountId, name: "Stan", mail: "stan@plan.example", hue: 9, createdAt: now },
    });
    await tx.membership.create({
      data: { id: newId(), groupId: world.groupId, memberId, role: "starter" satisfies Role, ring: "paid", since: world.startedAt },
    });
    await tx.membership.updateMany({ where: { memberId: world.members.wim }, data: { until: over.until } });
    const { an: assistantId, jan: forId } = world.members;
    await tx.assistance.create({ data: { id: newId(), groupId: world.groupId, assistantId, forId, namedById: forId, ...over } });
    const { noor } = world.accounts;
    if (!noor) throw new Error("Noor has no account");
    await tx.staff.create({ data: { id: newId(), organisationId: world.organisationId, accountId: noor, ...over } });
  });
  const cookies = {} as Record<Asker | Alike, string>;
  for (const asker of [...askers, ...(Object.keys(alike) as Alike[])]) {
    const account = asker === "nobody" ? null : asker === "stan" ? accountId : world.accounts[asker === "herself" ? "rita" : asker];
    cookies[asker] = account ? ((await openSession(account, "test")).split(";")[0] ?? "") : "";
  }
  const actsUntil = new Date(Date.parse(now) + 3_600_000).toISOString();
  const session = hashOf(cookies.rita.split("=")[1] ?? "");
  await transaction((tx) => tx.session.update({ where: { id: session }, data: { actsIn: world.groupId, actsUntil } }));
  return cookies;
}

/** One of everything that an address can name, by Jan and for this audience; and somebody who was added to the circle with a mail address. */
export async function oneOfEach(world: World, audience: Audience, word: string): Promise<Record<string, string>> {
  const jan = as(world, "jan");
  const latest = (table: "Dream" | "Goal" | "Action" | "Support") => row<{ id: string }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? "";
  await writeDream(jan, { text: `droom ${word}`, audience }, null);
  const dreamId = latest("Dream");
  await setGoal(jan, { text: `doel ${word}`, dreamId, audience }, null);
  const goalId = latest("Goal");
  await promiseAction(jan, { text: `doen ${word}`, goalId, people: [world.members.jan], dueOn: null, audience }, null);
  const support = {
    what: `steun ${word}`,
    domain: "leisure",
    memberId: world.members.jan,
    service: null,
    paid: false,
    since: "2026-01-01",
    until: null,
  };
  await noteSupport(jan, { ...support, audience } as Parameters<typeof noteSupport>[1], null);
  const gathering = gatheringForm.parse({ day: "2030-06-01", hour: "19:30", minutes: "120", place: "in de zaal" });
  const gatheringId = (await planGathering(jan, gathering, null)).split("/").at(-1) ?? "";
  const dates = await dateSought(world);
  const seriesId = await undatedPlanned(jan);
  const memberId = newId();
  await transaction(async (tx) => {
    const name = `Bert${memberId.slice(-4)}`;
    const mail = `${name.toLowerCase()}@kring.example`;
    await tx.member.create({ data: { id: memberId, groupId: world.groupId, name, mail, hue: 2, createdAt: moment() } });
    await tx.membership.create({
      data: { id: newId(), groupId: world.groupId, memberId, role: "member", ring: "joining", since: world.startedAt },
    });
  });
  const along = await listed(world, gatheringId, memberId);
  const { groupId, organisationId } = world;
  const wishId = newId();
  await transaction(async (tx) => {
    await tx.wishToJoin.deleteMany({ where: { groupId } });
    await tx.wishToJoin.create({ data: { id: wishId, groupId, name: "Lieve", relation: "", word: "", at: moment() } });
  });
  return {
    janId: world.members.jan,
    groupId,
    organisationId,
    dreamId,
    goalId,
    actionId: latest("Action"),
    supportId: latest("Support"),
    gatheringId,
    ...dates,
    seriesId,
    ...along,
    memberId,
    wishId,
    kind: "dream",
  };
}

/** Somebody who seeks a lift to a gathering, Greet with a car, and what Jan asks to bring. @returns the ids of all three */
async function listed({ groupId, members }: World, gatheringId: string, riderId: string) {
  const driverId = members.greet;
  const bringingId = newId();
  const at = moment();
  const forLocal = "2030-06-01T19:30";
  await transaction(async (tx) => {
    await tx.lift.create({ data: { gatheringId, riderId, groupId, at, forLocal, byId: riderId } });
    await tx.car.create({ data: { gatheringId, driverId, groupId, places: 2, at, forLocal, byId: driverId } });
    await tx.bringing.create({ data: { id: bringingId, groupId, gatheringId, what: "soep", at, forLocal, askedById: members.jan } });
  });
  return { riderId, driverId, bringingId };
}

/** A date that Jan seeks, the only one, each time on days that nothing else is on. @returns the ids of it, and of one of its moments */
async function dateSought(world: World): Promise<{ pollId: string; optionId: string }> {
  const before = row<{ n: number }>("SELECT count(*) AS n FROM StoryLine WHERE kind = 'dateSought'")?.n ?? 0;
  const moments = [0, 1].map((day) => `${addDays("2029-01-01", before + day)}T08:00`);
  const about = { zone: "Europe/Brussels", minutes: 120, place: "in de zaal", about: "", answerUntil: null };
  const jan = { byId: world.members.jan, byName: "Jan", forId: null, forName: null };
  const { poll, options, rows } = newPoll({ groupId: world.groupId, now: moment() }, jan, { ...about, moments });
  await transaction(async (tx) => {
    await tx.datePoll.deleteMany({ where: { groupId: world.groupId } });
    insert(tx, rows);
  });
  return { pollId: poll.id, optionId: options[1]?.id ?? "" };
}

/** A rhythm without a date of Jan's, the only one. @returns its id */
async function undatedPlanned(jan: MemberViewer): Promise<string> {
  await transaction((tx) => tx.undatedSeries.deleteMany({ where: { groupId: jan.groupId } }));
  const form = undatedForm.parse({ timesAYear: "4", from: "2030-06-01", minutes: "120", place: "in de zaal" });
  return (await planUndated(jan, form, null)).split("/").at(-1) ?? "";
}
