import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { complaints } from "../complaints";
import { type House, house } from "../e2e/house";
import { visitor } from "./visitor";

let kring: House;
beforeAll(async () => {
  kring = await house({ LOG_LEVEL: "info" });
});
afterAll(() => kring.close());

const asked = () => kring.log().filter((line) => line.includes('"request"') && line.includes('"/sign-in"')).length;

it("A server that is killed loses no line of its log that is more than a second old", async () => {
  for (let turn = 0; turn < 7; turn += 1) await fetch(`${kring.url}/sign-in`);
  await new Promise((done) => setTimeout(done, 1_000));
  await kring.kill();
  expect(asked()).toBe(7);
  await kring.start();
});

it("A server that stops says its last words", async () => {
  const before = asked();
  for (let turn = 0; turn < 3; turn += 1) await fetch(`${kring.url}/sign-in`);
  await kring.stop();
  expect(asked()).toBe(before + 3);
  await kring.start();
});

it("What went wrong is in the log at once", async () => {
  const database = join(kring.dataDir, "kring.db");
  renameSync(database, `${database}.away`);
  expect((await visitor(kring).send("/sign-in", { mail: "jan@kring.example" })).status).toBe(503);
  await kring.kill();
  expect(complaints()).toContainEqual(expect.stringContaining("the database can't be written"));
  renameSync(`${database}.away`, database);
  await kring.start();
});
