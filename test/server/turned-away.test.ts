import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../app/accounts/sessions.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { endHelp } from "../../app/steering/ending-help.server";
import type { House } from "../e2e/house";
import type { Alike, Asker } from "../policy/everybody";
import { houseOfJan } from "../policy/house-of-jan";
import { as, type World } from "../world";

let kring: House;
let world: World;
let cookies: Record<Asker | Alike, string>;
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
});
afterAll(() => kring?.close());

const words = `Met "Jos" naar <zee> & terug`;
const shown = "Met &quot;Jos&quot; naar &lt;zee&gt; &amp; terug";
const newDream = () => `/g/${world.groupId}/plan/dreams/new`;

async function post(path: string, cookie: string, form: Record<string, string>): Promise<{ status: number; page: string }> {
  const headers = { cookie, origin: kring.url };
  const said = await fetch(kring.url + path, { method: "POST", headers, body: new URLSearchParams(form), redirect: "manual" });
  return { status: said.status, page: await said.text() };
}
const writes = (cookie: string) => post(newDream(), cookie, { text: words, audience: "network", formKey: `key-${Math.random()}` });
const dreams = () => rows<{ text: string }>("SELECT text FROM Dream").map(({ text }) => text);

describe("What somebody was writing when its page was taken from them", () => {
  it("comes back with the reason when they may not do it any more: another role, or help that has ended", async () => {
    const version = row<{ version: number }>("SELECT version FROM Member WHERE id = @id", { id: world.members.mia! })!.version;
    const place = { role: "member", ring: "friends", capacity: null, function: "", service: "", version } as const;
    await placeMember(as(world, "jan"), world.members.mia!, place, null);
    await endHelp(as(world, "jan"), world.members.rita!);
    for (const who of ["mia", "rita"] as const) {
      const { status, page } = await writes(cookies[who]);
      expect(status).toBe(403);
      expect(page).toContain("Dit kan je hier niet doen");
      expect(page).toContain("Dit heb je geschreven");
      expect(page).toContain(shown);
    }
    expect(dreams()).toEqual([]);
  });

  it("comes back to who was let go, on the page that says no more than to anybody", async () => {
    const word = { word: `${words} groetjes` };
    await letSomebodyGo(as(world, "jan"), world.members.fatima!, null);
    const answer = await post(`/g/${world.groupId}/people/${world.members.fatima}/leave`, cookies.fatima, word);
    const elsewhere = await post(`/g/01ARZ3NDEKTSV4RRFFQ69G5FAV/people/${world.members.fatima}/leave`, cookies.fatima, word);
    expect(answer.status).toBe(404);
    expect(answer.page).toContain(`${shown} groetjes`);
    expect(answer).toEqual(elsewhere);
  });

  it("stays ready to be sent again for who is signed in no more, and is written once when they are", async () => {
    const cookie = (await openSession(world.accounts.jan!, "phone")).split(";")[0]!;
    await transaction((tx) => tx.session.deleteMany({ where: { accountId: world.accounts.jan!, device: "phone" } }));
    const { status, page } = await writes(cookie);
    expect([status, dreams()]).toEqual([403, []]);
    expect(page).toContain("Je bent niet meer aangemeld");
    expect(page).toContain(shown);
    const form = page.slice(page.indexOf("<form"), page.indexOf("</form>"));
    expect(form).toContain(`action="${newDream()}"`);
    const unescaped = (text: string) =>
      text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    const fields = Object.fromEntries(
      [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)]),
    );
    expect(fields).toMatchObject({ text: words, audience: "network", formKey: expect.stringMatching(/^key-/) });
    for (const _ of [1, 2]) expect((await post(newDream(), cookies.jan, fields)).status).toBe(302);
    expect(dreams()).toEqual([words]);
  });

  it("comes back on its form when what it is about was called off meanwhile, with why", async () => {
    const form = gatheringForm.parse({ day: "2031-06-01", hour: "19:30", minutes: "120", place: "in de zaal" });
    const here = await planGathering(as(world, "jan"), form, null);
    const id = here.split("/").at(-1) ?? "";
    await cancelGathering(as(world, "jan"), id, null);
    const lead = { day: "2031-06-02", hour: "20:00", minutes: "90", version: "2" };
    const changed = await post(`${here}/change`, cookies.jan, { ...lead, place: words });
    expect([changed.status, changed.page.includes(`value="${shown}"`)]).toEqual([400, true]);
    expect(changed.page).toContain("kan je niet meer aanpassen");
    const answered = await post(`${here}/answer`, cookies.jan, { answer: "yes", word: words, wordAsked: "yes", reach: "one" });
    expect([answered.status, answered.page.includes(shown)]).toEqual([400, true]);
    const brought = await post(`${here}/bring`, cookies.jan, { what: words });
    expect([brought.status, brought.page.includes(shown)]).toEqual([400, true]);
    const noted = await post(`${here}/answer?for=${world.members.greet}`, cookies.jan, { answer: "yes", word: words, wordAsked: "yes" });
    expect([noted.status, noted.page.includes(shown)]).toEqual([400, true]);
    for (const path of ["change", "answer", "bring", "cancel"]) {
      const headers = { cookie: cookies.jan };
      const opened = await fetch(`${kring.url}${here}/${path}`, { headers, redirect: "manual" });
      expect([path, opened.status, opened.headers.get("location")]).toEqual([path, 302, here]);
    }
  });

  it("leaves a form in which nothing was written as it was: led to sign in, or not there", async () => {
    expect((await post(newDream(), "", { text: "  ", audience: "network" })).status).toBe(302);
    expect((await post(newDream(), cookies.omar, { text: "" })).page).not.toContain("Dit heb je geschreven");
  });
});
