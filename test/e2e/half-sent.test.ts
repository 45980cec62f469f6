import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { now } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import type { Asker } from "../policy/everybody";
import { houseOfJan } from "../policy/house-of-jan";
import type { World } from "../world";
import type { House } from "./house";

let kring: House;
let world: World;
let cookies: Record<Asker, string>;
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
});
afterAll(() => kring?.close());
beforeEach(() => transaction((tx) => tx.entry.deleteMany()));

const dreams = () => rows<{ text: string }>("SELECT text FROM Dream ORDER BY id").map(({ text }) => text);
const written = () => rows<{ n: number }>("SELECT (SELECT count(*) FROM StoryLine) + (SELECT count(*) FROM Entry) AS n")[0]?.n;

/** Posts a form in two halves. @param between happens when the server has the first half and waits for the other */
async function inHalves(path: string, asker: Asker, form: Record<string, string>, between: () => Promise<unknown>) {
  const body = new URLSearchParams(form).toString();
  const half = Math.floor(body.length / 2);
  const headers = {
    cookie: cookies[asker],
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
  };
  return new Promise<{ status: number; to: string | undefined }>((done, fail) => {
    const post = request(kring.url + path, { method: "POST", headers }, (answer) => {
      answer.resume();
      answer.on("end", () => done({ status: answer.statusCode ?? 0, to: answer.headers.location }));
    });
    post.on("error", fail);
    post.write(body.slice(0, half), () => {
      // Long enough for the server to have asked who this is, which it does before it reads on.
      setTimeout(() => between().then(() => post.end(body.slice(half)), fail), 300);
    });
  });
}

const newDream = () => `/g/${world.groupId}/plan/dreams/new`;
const form = { text: "Alleen gaan wonen", audience: "network", formKey: "halves" };
const nothing = async () => {};

describe("A form of which half has come", () => {
  it("is taken in whole when the other half comes", async () => {
    expect(await inHalves(newDream(), "jan", form, nothing)).toMatchObject({ status: 302 });
    expect(dreams()).toEqual(["Alleen gaan wonen"]);
  });

  it("writes nothing once its sender is in the circle no more: the page is not there", async () => {
    const end = () => transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.mia }, data: { until: now() } }));
    expect(await inHalves(newDream(), "mia", form, end)).toMatchObject({ status: 404 });
    expect([dreams(), written()]).toEqual([[], 0]);
  });

  it("writes nothing once its sender has signed out elsewhere, and asks them to sign in and send it again", async () => {
    const out = () => fetch(`${kring.url}/sign-out`, { method: "POST", headers: { cookie: cookies.stan }, redirect: "manual" });
    expect(await inHalves(newDream(), "stan", form, out)).toEqual({ status: 403, to: undefined });
    expect([dreams(), written()]).toEqual([[], 0]);
  });

  it("writes nothing for Jan once Rita is not his assistant any more, and says why", async () => {
    const end = () => transaction((tx) => tx.assistance.updateMany({ where: { assistantId: world.members.rita }, data: { until: now() } }));
    expect(await inHalves(newDream(), "rita", form, end)).toMatchObject({ status: 403 });
    expect([dreams(), written()]).toEqual([[], 0]);
  });

  it("starts no circle for an organisation whose staff one has left", async () => {
    const circle = { centralName: "Nele", facilitatorName: "Bart", facilitatorMail: "bart@kring.example" };
    const end = () => transaction((tx) => tx.staff.updateMany({ where: { accountId: world.accounts.sofie }, data: { until: now() } }));
    const before = rows("SELECT id FROM Member").length;
    expect(await inHalves(`/o/${world.organisationId}/groups/new`, "sofie", circle, end)).toMatchObject({ status: 404 });
    expect(rows("SELECT id FROM Member")).toHaveLength(before);
  });
});

describe("A form that comes twice", () => {
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(kring.url + path, {
      method: "POST",
      headers: { cookie: cookies.jan },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
  };

  it("with the same words is one, and leads to the same page", async () => {
    const first = await send(newDream(), { ...form, formKey: "twice" });
    expect(await send(newDream(), { ...form, formKey: "twice" })).toEqual(first);
    expect(dreams()).toEqual(["Alleen gaan wonen"]);
  });

  it("with other words is another dream: both are there", async () => {
    await send(newDream(), { ...form, formKey: "other" });
    await send(newDream(), { ...form, text: "Een hond", formKey: "other" });
    expect(dreams()).toEqual(["Alleen gaan wonen", "Een hond"]);
  });

  it("with other words for the same dream shows both: those that stand there, and those just typed", async () => {
    await send(newDream(), { ...form, formKey: "first" });
    const page = `/g/${world.groupId}/plan/dreams/${rows<{ id: string }>("SELECT id FROM Dream")[0]?.id}`;
    const change = { text: "In Gent wonen", audience: "network", version: "1", formKey: "change" };
    expect(await send(page, change)).toMatchObject({ status: 302 });
    const { status, text } = await send(page, { ...change, text: "Aan zee wonen" });
    expect(status).toBe(409);
    expect(text).toContain("In Gent wonen");
    expect(text).toContain("Aan zee wonen");
    expect(dreams()).toEqual(["In Gent wonen"]);
  });
});
