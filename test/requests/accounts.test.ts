import { beforeEach, expect, it } from "vitest";
import { changeMyName, nameForm } from "../../app/accounts/changing-my-name.server";
import { chooseLanguage } from "../../app/accounts/choosing-a-language.server";
import { makeOperator } from "../../app/accounts/making-an-operator.server";
import { rows } from "../../app/platform/query.server";
import { operator } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});
const accounts = () => rows<{ name: string; language: string }>("SELECT name, language FROM Account ORDER BY name");
const at = "2026-12-01T10:00:00.000Z";

it("Somebody chooses what Kring calls them, and nobody else is called so; in the circle they keep their name", async () => {
  const before = accounts();
  expect(await changeMyName(person(world, "mia"), nameForm.parse({ name: " Maria " }), "key")).toBe("/me");
  expect(accounts()).toEqual(before.map((account) => (account.name === "Mia" ? { ...account, name: "Maria" } : account)));
  expect(rows("SELECT name FROM Member WHERE id = @id", { id: world.members.mia })).toEqual([{ name: "Mia" }]);
  await changeMyName(person(world, "mia"), { name: "Mieke" }, "key");
  await changeMyName(person(world, "mia"), { name: "Mieke" }, "key");
  expect(rows("SELECT name FROM Account WHERE id = @id", { id: world.accounts.mia ?? "" })).toEqual([{ name: "Mieke" }]);
  expect(rows("SELECT 1 FROM FormKey")).toHaveLength(1);
  expect(nameForm.safeParse({ name: "" }).error?.issues[0]?.message).toBe("welcome.nameMissing");
});

it("Somebody chooses their language, and nobody else's changes", async () => {
  const before = accounts();
  await chooseLanguage(person(world, "mia"), "en");
  expect(accounts()).toEqual(before.map((account) => (account.name === "Mia" ? { ...account, language: "en" } : account)));
});

it("An operator is made once, with a name when they have none; who has one keeps it", async () => {
  const by = operator(at);
  const found = () => rows("SELECT name, language, operatorSince FROM Account WHERE operatorSince IS NOT NULL ORDER BY name");
  expect(await makeOperator(by, { mail: "mia@kring.example", name: "Iemand" })).toEqual({ already: false });
  expect(await makeOperator(by, { mail: "mia@kring.example", name: "Iemand" })).toEqual({ already: true });
  expect(await makeOperator(by, { mail: "nieuw@kring.example", name: "Nele" })).toEqual({ already: false });
  await changeMyName(person(world, "tom"), { name: "" }, null);
  await makeOperator(by, { mail: "tom@kring.example", name: "Tom" });
  expect(found()).toEqual(["Mia", "Nele", "Tom"].map((name) => ({ name, language: "nl", operatorSince: at })));
});
