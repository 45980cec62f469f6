import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filed } from "./filed";

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map((match) => ({ name: match[1] ?? "", body: match[2] ?? "" }));

describe("Every table", () => {
  it("is filed under period, erase, export and audience", () => {
    expect(models.map((model) => model.name).sort()).toEqual(Object.keys(filed).sort());
  });

  it("that belongs to a group carries its id itself", () => {
    const free = new Set([
      "Account",
      "Session",
      "KnownBrowser",
      "Passkey",
      "PasskeyChallenge",
      "SignInCode",
      "Pulse",
      "Organisation",
      "Staff",
      "Group",
      "OutboxMail",
      "UnreachedAddress",
      "FormKey",
    ]);
    const without = models.filter(({ name, body }) => !free.has(name) && !/^\s+groupId\s+String\b/m.test(body));
    expect(without.map((model) => model.name)).toEqual([]);
  });
});
