import { beforeEach, describe, expect, it } from "vitest";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { accountFor } from "../../app/accounts/signing-in.server";
import { cardOf } from "../../app/cards/card-of.server";
import { makeCard } from "../../app/cards/making-a-card.server";
import { cardHeld, signInWithCard } from "../../app/cards/signing-in-with-a-card.server";
import { voidCard } from "../../app/cards/voiding-a-card.server";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { acceptInvitation } from "../../app/groups/accepting-an-invitation.server";
import { addMember } from "../../app/groups/adding-a-member.server";
import { inviteOnPaper } from "../../app/groups/inviting-on-paper.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { sayWhereToMail } from "../../app/groups/saying-where-to-mail.server";
import { memberForm } from "../../app/groups/schema";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { daysAfter, now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { may } from "../../app/policy/acting";
import { type Act, mayDo, notByCard } from "../../app/policy/table";
import { type MemberViewer, memberOf } from "../../app/policy/viewer.server";
import { endHelp } from "../../app/steering/ending-help.server";
import { nameHelper } from "../../app/steering/naming-a-helper.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const greet = () => world.members.greet;
/** A card, made by Jan (or somebody for him). @returns its token */
const cardFor = async (memberId: string, by: "jan" | "rita" = "jan") =>
  (await makeCard(as(world, by), memberId, null)) ?? expect.fail("no card");

/** Somebody who says yes to a card on a device. @returns who they are on it, and its cookie */
async function scans(token: string): Promise<{ cookie: string; viewer: MemberViewer | null }> {
  const { accountId, cardId, groupId } = await signInWithCard(token, moment());
  const cookie = (await openSession(accountId, "a tablet", { cardId })).split(";")[0] ?? "";
  const { person } = await whoHolds(cookie);
  return { cookie, viewer: person && memberOf(person, groupId, moment()) };
}
const told = () =>
  rows<{ toMail: string }>("SELECT toMail FROM OutboxMail WHERE kind = 'cardUsed' ORDER BY toMail").map((one) => one.toMail);

describe("Greet, who has no mail address", () => {
  it("comes in with a card that Jan made, as herself; Rita, whom he trusts, hears of it", async () => {
    const token = await cardFor(greet());
    expect(cardHeld(token, moment())).toEqual({ name: "Greet", hue: 4, hasPhoto: false });
    expect(told()).toEqual([]);
    const { viewer } = await scans(token);
    expect(viewer).toMatchObject({ memberId: greet(), name: "Greet", byCard: true });
    expect(told()).toEqual(["rita@kring.example"]);
    expect(row("SELECT name, mail FROM Account WHERE id = @id", { id: viewer?.accountId ?? "" })).toEqual({ name: "Greet", mail: null });
  });

  it("answers and adds with it, and says who comes herself", async () => {
    const { viewer } = await scans(await cardFor(greet()));
    if (!viewer) throw new Error("not in the circle");
    const form = gatheringForm.parse({ day: "2030-06-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
    const id = (await planGathering(as(world, "mia"), form, null)).split("/").at(-1) ?? "";
    await answer(viewer, id, greet(), answerForm.parse({ answer: "yes" }), null, "/");
    expect(row("SELECT byId FROM Response")).toEqual({ byId: greet() });
  });

  it("can still be invited; with an address the card has had its time, and she keeps what is hers", async () => {
    const card = await cardFor(greet());
    const { viewer, cookie } = await scans(card);
    const paper = (await inviteOnPaper(as(world, "jan"), greet(), null)).split("/")[2] ?? "";
    await sayWhereToMail(paper, { mail: "greet@thuis.example" }, moment());
    const { token } = JSON.parse(row<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = 'invitation'")?.data ?? "{}") as {
      token: string;
    };
    const { accountId } = await acceptInvitation(token, null, accountFor, moment());
    expect(accountId).toBe(viewer?.accountId);
    expect(row("SELECT mail FROM Account WHERE id = @accountId", { accountId })).toEqual({ mail: "greet@thuis.example" });
    expect(cardHeld(card, moment())).toBeNull();
    expect((await whoHolds(cookie)).person).toBeNull();
    await expect(makeCard(as(world, "jan"), greet(), null)).rejects.toMatchObject({ words: { key: "card.byMail" } });
  });
});

describe("Greet, who turns out to have an account elsewhere", () => {
  it("belongs with that one; the one that only the card opened is gone, and what she did stays hers", async () => {
    const { viewer, cookie } = await scans(await cardFor(greet()));
    await writeDream(as(world, "jan"), { text: "Naar zee", audience: "network" }, null);
    const known = await transaction((tx) => accountFor(tx, "greet@elders.example", "nl", moment(), "G."));
    const paper = (await inviteOnPaper(as(world, "jan"), greet(), null)).split("/")[2] ?? "";
    const person = { accountId: known.id, name: "G.", mail: "greet@elders.example", language: "nl", operator: false } as const;
    await acceptInvitation(paper, person, accountFor, moment());
    expect(memberOf(person, world.groupId, moment())?.memberId).toBe(greet());
    expect(rows("SELECT id FROM Account WHERE id = @id", { id: viewer?.accountId ?? "" })).toEqual([]);
    expect((await whoHolds(cookie)).person).toBeNull();
  });
});

describe("A card", () => {
  it("is kept nowhere: only its hash is, and the same form sent twice makes one", async () => {
    const token = await makeCard(as(world, "rita"), world.members.jan, "form-1");
    expect(await makeCard(as(world, "rita"), world.members.jan, "form-1")).toBeNull();
    expect(rows("SELECT tokenHash, byId, forId FROM SignInCard")).toEqual([
      { tokenHash: hashOf(token ?? ""), byId: world.members.rita, forId: world.members.jan },
    ]);
    for (const { name } of rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'"))
      expect(JSON.stringify(rows(`SELECT * FROM "${name}"`)), name).not.toContain(token);
  });

  it("is one: a new one voids the old, and signs out who came in with it", async () => {
    const first = await cardFor(world.members.jan);
    const { cookie } = await scans(first);
    const second = await cardFor(world.members.jan, "rita");
    expect([cardHeld(first, moment()), cardHeld(second, moment())?.name]).toEqual([null, "Jan"]);
    expect((await whoHolds(cookie)).person).toBeNull();
    await expect(signInWithCard(first, moment())).rejects.toMatchObject({ words: { key: "card.over" } });
  });

  it("is void at one press, also by Mia, and leaves other ways in alone", async () => {
    const token = await cardFor(world.members.jan);
    const { cookie } = await scans(token);
    const ownPhone = (await openSession(world.accounts.jan ?? "", "phone")).split(";")[0] ?? "";
    expect(cardOf(as(world, "mia"), world.members.jan)).toMatchObject({ can: { make: false, void: true }, ask: ["Rita", "Mia"] });
    await voidCard(as(world, "mia"), world.members.jan);
    await voidCard(as(world, "mia"), world.members.jan);
    expect(cardHeld(token, moment())).toBeNull();
    expect((await whoHolds(cookie)).person).toBeNull();
    expect((await whoHolds(ownPhone)).person?.byCard).toBe(false);
    expect(cardOf(as(world, "jan"), world.members.jan)).toMatchObject({ card: null, can: { make: true, void: false } });
  });

  it("is over after a year, when its holder is let go, and when it never was one", async () => {
    const token = await cardFor(greet());
    expect(cardHeld(token, daysAfter(moment(), 364))).not.toBeNull();
    expect(cardHeld(token, daysAfter(moment(), 366))).toBeNull();
    await expect(signInWithCard(token, daysAfter(moment(), 366))).rejects.toMatchObject({ words: { key: "card.over" } });
    await expect(signInWithCard("x".repeat(43), moment())).rejects.toMatchObject({ words: { key: "card.over" } });
    await letSomebodyGo(as(world, "jan"), greet(), null);
    expect(cardHeld(token, moment())).toBeNull();
    await expect(signInWithCard(token, moment())).rejects.toMatchObject({ words: { key: "card.over" } });
    expect(told()).toEqual([]);
  });

  it("is made by Jan, who acts for him or who starts, for nobody who signs in by mail, and for nobody of another circle", async () => {
    for (const name of ["fatima", "mia", "els"] as const)
      await expect(makeCard(as(world, name), greet(), null)).rejects.toMatchObject({ status: 403 });
    await expect(makeCard(as(world, "jan"), world.members.fatima, null)).rejects.toMatchObject({ words: { key: "card.byMail" } });
    const omar = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @id", { id: world.otherGroupId })?.id ?? "";
    await expect(makeCard(as(world, "jan"), omar, null)).rejects.toMatchObject({ status: 404 });
    expect(() => cardOf(as(world, "jan"), omar)).toThrow(expect.objectContaining({ status: 404 }));
    expect(() => cardOf(as(world, "jan"), world.members.fatima)).toThrow(expect.objectContaining({ status: 404 }));
    expect(rows("SELECT id FROM SignInCard")).toEqual([]);
  });

  it("told to Mia, who leads, when nobody acts for Jan; and to nobody when its own holder does", async () => {
    await endHelp(as(world, "jan"), world.members.rita);
    await signInWithCard(await cardFor(world.members.jan), moment());
    expect(told()).toEqual(["mia@kring.example"]);
  });
});

describe("Who came in with a card", () => {
  const jans = async () => (await scans(await cardFor(world.members.jan))).viewer ?? expect.fail("not in the circle");

  it("sees, answers and adds, but changes nothing of who belongs and who may do what; help they can always stop", async () => {
    const jan = await jans();
    const can = (Object.keys(mayDo) as Act[]).filter((act) => may(as(world, "jan"), act) && !may(jan, act));
    expect(can.sort()).toEqual(notByCard.filter((act) => may(as(world, "jan"), act)).sort());
    await writeDream(jan, { text: "Naar zee", audience: "me" }, null);
    expect(rows("SELECT text FROM Dream")).toEqual([{ text: "Naar zee" }]);
    const reason = { status: 403, words: { key: "refusal.notByCard" } };
    await expect(addMember(jan, memberForm.parse({ name: "Lien", role: "member", ring: "heart" }), null)).rejects.toMatchObject(reason);
    await expect(nameHelper(jan, { memberId: world.members.fatima }, null)).rejects.toMatchObject(reason);
    await expect(letSomebodyGo(jan, world.members.fatima, null)).rejects.toMatchObject(reason);
    await expect(makeCard(jan, world.members.jan, null)).rejects.toMatchObject(reason);
    await endHelp(jan, world.members.rita);
    expect(rows("SELECT id FROM Assistance WHERE until IS NULL")).toEqual([]);
  });

  it("is asked anew what they may at each act: not what the page that they came from believed", async () => {
    const jan = await jans();
    const believed = { ...jan, byCard: false } as MemberViewer;
    await expect(letSomebodyGo(believed, world.members.fatima, null)).rejects.toMatchObject({ words: { key: "refusal.notByCard" } });
    await transaction((tx) => tx.session.deleteMany());
    await expect(writeDream(jan, { text: "Naar zee", audience: "me" }, null)).rejects.toMatchObject({ name: "SignedOut" });
  });
});
