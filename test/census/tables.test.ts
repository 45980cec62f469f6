import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * Every table, filed: what erasing a group or a person does with it, whether it is in what someone takes along, and for
 * whom a row is. A new table without an answer fails.
 */
const filed: Record<string, { erase: string; export: string; audience: string }> = {
  Account: { erase: "with the person", export: "own", audience: "the person" },
  Session: { erase: "with the account (cascade)", export: "no: a way in", audience: "nobody" },
  SignInCode: { erase: "after a day", export: "no: a way in", audience: "nobody" },
  Organisation: { erase: "by the operator", export: "no", audience: "its staff" },
  Staff: { erase: "with the account", export: "own", audience: "its staff" },
  Group: { erase: "with the group", export: "yes", audience: "its members; staff see that it exists" },
  Phase: { erase: "with the group", export: "yes", audience: "members and staff" },
  Handover: { erase: "with the group", export: "yes", audience: "members and staff" },
  Member: { erase: "with the group; name becomes somebody when a person erases", export: "yes", audience: "members" },
  Membership: { erase: "with the group", export: "yes", audience: "members" },
  Assistance: { erase: "with the group", export: "yes", audience: "members" },
  Invitation: { erase: "with the group", export: "no: a way in", audience: "who may invite" },
  Series: { erase: "with the group", export: "yes", audience: "members" },
  Gathering: { erase: "with the group", export: "yes", audience: "members" },
  Response: { erase: "with the group; own words with the person", export: "yes", audience: "members; words not for professionals" },
  Entry: { erase: "with the group; own with the person", export: "what the taker may see", audience: "its own column" },
  Dream: { erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Goal: { erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Action: { erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  ActionMember: { erase: "with its action (cascade)", export: "with its action", audience: "its action's entry" },
  Support: { erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Photo: { erase: "with the group, files too", export: "yes, files too", audience: "members" },
  StoryLine: { erase: "with the group", export: "what the taker may see", audience: "its entry's of now, else its own" },
  MailLink: { erase: "with the group", export: "no: a way in", audience: "nobody" },
  MailStop: { erase: "with the group", export: "own", audience: "the member" },
  OutboxMail: { erase: "with the group; content once sent", export: "no", audience: "its recipient" },
  FormKey: { erase: "after a week", export: "no", audience: "nobody" },
};

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map((match) => ({ name: match[1] ?? "", body: match[2] ?? "" }));

describe("Every table", () => {
  it("is filed under erase, export and audience", () => {
    expect(models.map((model) => model.name).sort()).toEqual(Object.keys(filed).sort());
  });

  it("that belongs to a group carries its id itself", () => {
    const free = new Set(["Account", "Session", "SignInCode", "Organisation", "Staff", "Group", "OutboxMail", "FormKey"]);
    const without = models.filter(({ name, body }) => !free.has(name) && !/^\s+groupId\s+String\b/m.test(body));
    expect(without.map((model) => model.name)).toEqual([]);
  });
});
