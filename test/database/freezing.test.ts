import { beforeEach, describe, expect, it } from "vitest";
import { freezeAccount, unfreezeAccount } from "../../app/accounts/freezing.server";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { askForCode, signInWithCode, signInWithLink } from "../../app/accounts/signing-in.server";
import { makeCard } from "../../app/cards/making-a-card.server";
import { cardHeld } from "../../app/cards/signing-in-with-a-card.server";
import { answerFromMail } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { linkHolder, memberOf, operator, recipient } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const mail = "mia@kring.example";
const browser = hashOf("a browser");
const freeze = () => freezeAccount(operator(moment()), mail);
const asks = async () => {
  const id = await askForCode(mail, "/me", "nl", moment(), browser);
  const data = row<{ data: string }>("SELECT data FROM OutboxMail WHERE dedupeKey = @key", { key: `signIn:${id}` })?.data;
  return { id, ...(JSON.parse(data ?? "{}") as { code?: string; token?: string }) };
};

describe("Mia's account, which somebody took over", () => {
  it("is signed out everywhere at once, also with a form that is on its way", async () => {
    const cookie = (await openSession(world.accounts.mia ?? "", "a tablet")).split(";")[0] ?? "";
    const { person: there } = await whoHolds(cookie);
    const mia = memberOf(there ?? expect.fail("not signed in"), world.groupId, moment()) ?? expect.fail("not in the circle");
    expect(await freeze()).toEqual({ devices: 1 });
    expect((await whoHolds(cookie)).person).toBeNull();
    await expect(writeDream(mia, { text: "Weg", audience: "network" }, null)).rejects.toMatchObject({ status: 404 });
    expect(memberOf(person(world, "mia"), world.groupId, moment())).toBeNull();
    expect(rows("SELECT id FROM Dream")).toEqual([]);
  });

  it("opens with no code, link or card that was there, and no new one is sent; who asks is not told", async () => {
    const { id, code = "", token = "" } = await asks();
    const card = (await makeCard(as(world, "jan"), world.members.jan, null)) ?? "";
    await freeze();
    await freezeAccount(operator(moment()), "jan@kring.example");
    await expect(signInWithCode(id, code, browser, moment())).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
    await expect(signInWithLink(token, browser, moment())).rejects.toMatchObject({ words: { key: "signIn.linkOld" } });
    expect(cardHeld(card, moment())).toBeNull();
    const again = await asks();
    expect(again).toEqual({ id: expect.any(String) });
    expect(row("SELECT mail FROM SignInCode WHERE id = @id", { id: again.id })).toEqual({ mail });
    await expect(signInWithCode(again.id, "000000", browser, moment())).rejects.toMatchObject({ words: { key: "signIn.codeWrong" } });
  });

  it("answers nothing with links from mails, and gets no mail of its circles", async () => {
    const form = gatheringForm.parse({ day: "2030-06-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
    await planGathering(as(world, "jan"), form, null);
    const data = row<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = 'gatheringPlanned' AND memberId = @id", {
      id: world.members.mia,
    });
    const { answerToken } = JSON.parse(data?.data ?? "{}") as { answerToken: string };
    const link = linkHolder(hashOf(answerToken), "answer", moment()) ?? expect.fail("no link");
    await freeze();
    expect(linkHolder(hashOf(answerToken), "answer", moment())).toBeNull();
    await expect(answerFromMail(link, answerForm.parse({ answer: "yes" }), null, "/")).rejects.toMatchObject({ status: 404 });
    expect(recipient(world.members.mia, moment())).toBeNull();
  });

  it("is hers again once it is unfrozen; frozen twice it is frozen once", async () => {
    await freeze();
    const frozenAt = row("SELECT frozenAt FROM Account WHERE mail = @mail", { mail });
    await freeze();
    expect(row("SELECT frozenAt FROM Account WHERE mail = @mail", { mail })).toEqual(frozenAt);
    expect(await unfreezeAccount(operator(moment()), mail)).toBe(true);
    const { id, code = "" } = await asks();
    await expect(signInWithCode(id, code, browser, moment())).resolves.toMatchObject({ next: "/me" });
    expect(memberOf(person(world, "mia"), world.groupId, moment())?.role).toBe("facilitator");
  });
});
