import { beforeEach, describe, expect, it } from "vitest";
import { circleNow } from "../../app/groups/circle.server";
import { makeCircle } from "../../app/groups/making-a-circle.server";
import { myGroups } from "../../app/groups/my-groups.server";
import { circleFormFor } from "../../app/groups/schema";
import { row } from "../../app/platform/reading.server";
import { write } from "../../app/platform/writing.server";
import { memberOf, type Person } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";

const now = "2026-12-01T10:00:00.000Z";
const rita: Person = { accountId: "rita", name: "Rita", mail: "rita@kring.example", language: "nl", operator: false };
const form = (typed: Record<string, string>) => circleFormFor(true).parse({ zone: "Europe/Brussels", ...typed });
const idOf = (path: string) => path.split("/")[2] ?? "";

beforeEach(async () => {
  await freshDatabase();
  await write((tx) => tx.account.create({ data: { id: "rita", name: "Rita", mail: rita.mail, createdAt: now } }));
});

describe("Making a circle", () => {
  it("for oneself makes one its central person", async () => {
    const groupId = idOf(await makeCircle(rita, form({ forWhom: "me" }), now, null));
    expect(memberOf(rita, groupId, now)).toMatchObject({ role: "central", name: "Rita", actsForId: null });
  });

  it("for Jan makes Jan the central person, without an account, and Rita his assistant", async () => {
    const groupId = idOf(await makeCircle(rita, form({ forWhom: "other", name: "Jan", relation: "mama" }), now, null));
    const viewer = memberOf(rita, groupId, now);
    expect(viewer).toMatchObject({ role: "member", ring: "heart", central: { name: "Jan" } });
    expect(viewer?.actsForId).toBe(viewer?.central.id);
    expect(viewer && circleNow(viewer).map((person) => person.name)).toEqual(["Rita"]);
    expect(row("SELECT byName, forName FROM StoryLine")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it("with the same form twice makes one", async () => {
    const made = await makeCircle(rita, form({ forWhom: "me" }), now, "form-1");
    expect(await makeCircle(rita, form({ forWhom: "me" }), now, "form-1")).toBe(made);
    expect(myGroups(rita, now)).toHaveLength(1);
  });

  it("needs the name of the other, and a zone that exists; what is wrong is named by field", () => {
    const wrong = circleFormFor(true).safeParse({ forWhom: "other", zone: "Europe/Atlantis" });
    expect(wrong.error?.issues.map((issue) => issue.path[0])).toContain("zone");
    const nameless = circleFormFor(true).safeParse({ forWhom: "other", zone: "Europe/Brussels" });
    expect(nameless.error?.issues).toMatchObject([{ path: ["name"], message: "circle.nameMissing" }]);
    expect(circleFormFor(false).safeParse({ forWhom: "me", zone: "Europe/Brussels" }).error?.issues).toMatchObject([{ path: ["myName"] }]);
  });
});
