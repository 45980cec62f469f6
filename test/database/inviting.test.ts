import decodeQR from "qr/decode.js";
import { beforeEach, describe, expect, it } from "vitest";
import { accountFor } from "../../app/accounts/signing-in.server";
import { acceptInvitation } from "../../app/groups/accepting-an-invitation.server";
import { declineInvitation } from "../../app/groups/declining-an-invitation.server";
import { invitationOf, invitationsFor } from "../../app/groups/invitations.server";
import { invite } from "../../app/groups/inviting.server";
import { inviteOnPaper } from "../../app/groups/inviting-on-paper.server";
import { memberNow } from "../../app/groups/member.server";
import { reportInvitation } from "../../app/groups/reporting-an-invitation.server";
import { sayWhereToMail } from "../../app/groups/saying-where-to-mail.server";
import { withdrawInvitation } from "../../app/groups/withdrawing-an-invitation.server";
import { daysAfter, now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import type { Person } from "../../app/policy/viewer.server";
import { qrCode } from "../../app/ui/qr-code.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person as personIn, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

let form = 0;
/** Jan makes an invitation on paper. @returns its token */
async function onPaper(memberId: string, name: "jan" | "rita" = "jan"): Promise<string> {
  form += 1;
  const page = await inviteOnPaper(as(world, name), memberId, `form-${form}`);
  return /^\/i\/([\w-]{43})\/paper$/.exec(page)?.[1] ?? expect.fail(page);
}
/** The token in the latest mail with an invitation. */
function inTheMail(): string {
  const found = row<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = 'invitation' ORDER BY id DESC LIMIT 1");
  return (JSON.parse(found?.data ?? "{}") as { token: string }).token;
}
const asking = (memberId: string) => memberNow(as(world, "jan"), memberId).person.asking?.state;
const member = (id: string) =>
  row<{ mail: string | null; accountId: string | null }>("SELECT mail, accountId FROM Member WHERE id = @id", { id });
const yes = (token: string, person: Person | null) => acceptInvitation(token, person, accountFor, moment());
const greet = () => world.members.greet ?? "";
const somebody = async (mail: string): Promise<Person> => {
  const { id } = await transaction((tx) => accountFor(tx, mail, "nl", moment(), ""));
  return { accountId: id, name: "", mail, language: "nl", operator: false };
};

describe("An invitation on paper", () => {
  it("needs no mail address: who holds it says theirs, and says yes from the mail that comes there", async () => {
    const token = await onPaper(greet());
    expect(rows("SELECT id FROM OutboxMail")).toEqual([]);
    expect(invitationOf(token, moment())).toMatchObject({ name: "Greet", state: "open", way: "paper", central: { name: "Jan" } });
    expect(asking(greet())).toBe("asked");
    await sayWhereToMail(token, { mail: "greet@elders.example" }, moment());
    expect(row("SELECT toMail, toName FROM OutboxMail")).toEqual({ toMail: "greet@elders.example", toName: "Greet" });
    const { isNew, accountId } = await yes(inTheMail(), null);
    expect(isNew).toBe(true);
    expect(member(greet())).toEqual({ mail: "greet@elders.example", accountId });
    expect(asking(greet())).toBe("joined");
    expect(invitationOf(token, moment())?.state).toBe("used");
  });

  it("is taken by who is signed in, whatever their address, and gives a name to who had none", async () => {
    const token = await onPaper(greet());
    const person = await somebody("l@werk.example");
    await yes(token, person);
    expect(member(greet())?.accountId).toBe(person.accountId);
    expect(row("SELECT name FROM Account WHERE id = @id", { id: person.accountId })).toEqual({ name: "Greet" });
    await expect(yes(token, await somebody("x@kring.example"))).rejects.toMatchObject({ words: { key: "circle.invitationOver" } });
  });

  it("does not open the circle to nobody, though a mail address is noted: a paper proves none", async () => {
    await transaction((tx) => tx.member.update({ where: { id: greet() }, data: { mail: "greet@kring.example" } }));
    const token = await onPaper(greet());
    await expect(yes(token, null)).rejects.toMatchObject({ field: "mail" });
    expect(member(greet())?.accountId).toBeNull();
  });

  it("is not for somebody who has another face in the circle already", async () => {
    const token = await onPaper(greet());
    const fatima = personIn(world, "fatima");
    await expect(yes(token, fatima)).rejects.toMatchObject({ words: { key: "circle.otherFace" } });
    await expect(sayWhereToMail(token, { mail: "fatima@kring.example" }, moment())).rejects.toMatchObject({
      words: { key: "circle.otherAddress" },
    });
    expect(rows("SELECT id FROM OutboxMail")).toEqual([]);
  });

  it("is one: a new one voids the old, and a mail leaves it as it is", async () => {
    const first = await onPaper(greet());
    const second = await onPaper(greet(), "rita");
    expect([first, second].map((token) => invitationOf(token, moment())?.state)).toEqual(["withdrawn", "open"]);
    await transaction((tx) => tx.member.update({ where: { id: greet() }, data: { mail: "greet@kring.example" } }));
    await invite(as(world, "jan"), greet(), null);
    expect([second, inTheMail()].map((token) => invitationOf(token, moment())?.state)).toEqual(["open", "open"]);
    expect(invitationsFor(await somebody("greet@kring.example"), moment())).toHaveLength(1);
    await withdrawInvitation(as(world, "jan"), greet());
    expect([second, inTheMail()].map((token) => invitationOf(token, moment())?.state)).toEqual(["withdrawn", "withdrawn"]);
  });

  it("made by the same press twice is made once; what the page was is said nowhere", async () => {
    const page = await inviteOnPaper(as(world, "jan"), greet(), "once");
    expect(await inviteOnPaper(as(world, "jan"), greet(), "once")).toBe(`/g/${world.groupId}/people/${greet()}`);
    const token = page.split("/")[2] ?? "";
    expect(rows("SELECT tokenHash FROM Invitation")).toEqual([{ tokenHash: hashOf(token) }]);
    expect(JSON.stringify(rows("SELECT * FROM FormKey"))).not.toContain(token);
  });

  it("takes a mistyped address again, but not six in a day", async () => {
    const token = await onPaper(greet());
    for (const number of [1, 2, 3, 4, 5]) await sayWhereToMail(token, { mail: `greet${number}@kring.example` }, moment());
    const once = sayWhereToMail(token, { mail: "luc6@kring.example" }, moment());
    await expect(once).rejects.toMatchObject({ words: { key: "circle.tooManyAddresses" }, field: "mail" });
    expect(rows("SELECT id FROM OutboxMail")).toHaveLength(5);
    expect(member(greet())?.mail).toBe("greet5@kring.example");
  });

  it("is over after thirty days, when Greet is let go, and when it is unknown", async () => {
    const token = await onPaper(greet());
    for (const [now, which] of [
      [daysAfter(moment(), 31), token],
      [moment(), "x".repeat(43)],
    ] as const)
      await expect(sayWhereToMail(which, { mail: "greet@kring.example" }, now)).rejects.toMatchObject({
        words: { key: "circle.invitationOver" },
      });
  });

  it("is made by Jan and who acts for him, not by Fatima or Mia, and not for who joined", async () => {
    for (const name of ["fatima", "mia", "els"] as const)
      await expect(inviteOnPaper(as(world, name), greet(), null)).rejects.toMatchObject({ status: 403 });
    await expect(inviteOnPaper(as(world, "jan"), world.members.tom ?? "", null)).rejects.toMatchObject({
      words: { key: "circle.joinedAlready" },
    });
    expect(rows("SELECT id FROM Invitation")).toEqual([]);
  });

  it("carries a code that a camera reads", () => {
    const address = `https://kring.example/i/${"aB3-_".repeat(9)}`;
    const { path, side } = qrCode(address);
    const scale = 6;
    const width = side * scale;
    const data = new Uint8ClampedArray(width * width * 4).fill(255);
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
      for (let down = 0; down < scale; down += 1)
        for (let across = 0; across < Number(run) * scale; across += 1)
          data.fill(
            0,
            ((Number(y) * scale + down) * width + Number(x) * scale + across) * 4,
            ((Number(y) * scale + down) * width + Number(x) * scale + across) * 4 + 3,
          );
    expect(decodeQR({ width, height: width, data })).toBe(address);
    expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  });
});

describe('"I don\'t know these people"', () => {
  it("stops it, forgets the address everywhere, and Jan sees that it went wrong", async () => {
    await transaction((tx) => tx.member.update({ where: { id: greet() }, data: { mail: "vreemd@elders.example" } }));
    await invite(as(world, "jan"), greet(), null);
    const paper = await onPaper(greet());
    const token = inTheMail();
    await reportInvitation(token, moment());
    expect(asking(greet())).toBe("wrong");
    expect([token, paper].map((one) => invitationOf(one, moment())?.state)).toEqual(["withdrawn", "withdrawn"]);
    for (const { name } of rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'"))
      expect(JSON.stringify(rows(`SELECT * FROM "${name}"`)), name).not.toContain("vreemd@elders.example");
    await expect(yes(token, null)).rejects.toMatchObject({ words: { key: "circle.invitationOver" } });
  });

  it("said of an invitation that was answered, or declined, changes nothing", async () => {
    await transaction((tx) => tx.member.update({ where: { id: greet() }, data: { mail: "greet@kring.example" } }));
    await invite(as(world, "jan"), greet(), null);
    const declined = inTheMail();
    await declineInvitation(declined, moment());
    await reportInvitation(declined, moment());
    expect([member(greet())?.mail, asking(greet())]).toEqual(["greet@kring.example", "over"]);
    await invite(as(world, "jan"), greet(), null);
    await yes(inTheMail(), null);
    await reportInvitation(inTheMail(), moment());
    expect([member(greet())?.mail, asking(greet())]).toEqual(["greet@kring.example", "joined"]);
  });
});
