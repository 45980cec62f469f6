import { beforeEach, describe, expect, it } from "vitest";
import { memberViewer, offered, sayTo, signedIn, staffViewer } from "../../app/accounts/asking.server";
import { beginSession } from "../../app/accounts/beginning-a-session.server";
import { browserNamed, browserOf } from "../../app/accounts/browsers.server";
import { whoHolds } from "../../app/accounts/sessions.server";
import { rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";
import { asks } from "./asked";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return expect.fail("nothing was thrown");
};
/** Where an answer that was thrown leads. */
const leadsTo = (act: () => unknown) => (thrownBy(act) as Response).headers.get("location");
const statusOf = (act: () => unknown) => (thrownBy(act) as Response).status;

describe("A page that is somebody's", () => {
  it("sends who is not signed in to where they can, and back to where they asked for", () => {
    expect(leadsTo(() => signedIn(asks("/g/1/plan?just=2")))).toBe("/sign-in?next=%2Fg%2F1%2Fplan%3Fjust%3D2");
    expect(leadsTo(() => signedIn(asks("/g/1/plan?just=2", { form: { text: "x" } })))).toBe("/sign-in?next=%2Fme");
    const mia = person(world, "mia");
    expect(signedIn(asks("/me", { person: mia }))).toBe(mia);
  });

  it("of a circle is for who is in it; to others, and with no such circle, it is not there", () => {
    const here = (name: Parameters<typeof person>[1], groupId?: string) =>
      asks("/", { person: person(world, name), params: groupId === undefined ? {} : { groupId } });
    expect(memberViewer(here("mia", world.groupId))).toMatchObject({
      memberId: world.members.mia,
      groupId: world.groupId,
      role: "facilitator",
    });
    for (const asked of [here("omar", world.groupId), here("sofie", world.groupId), here("mia", "none"), here("mia")])
      expect(statusOf(() => memberViewer(asked))).toBe(404);
  });

  it("of an organisation is for its staff, and not there for others", () => {
    const here = (name: Parameters<typeof person>[1], organisationId?: string) =>
      asks("/", { person: person(world, name), params: organisationId === undefined ? {} : { organisationId } });
    expect(staffViewer(here("sofie", world.organisationId))).toMatchObject({
      organisationId: world.organisationId,
      organisationName: "Plan",
    });
    for (const asked of [here("mia", world.organisationId), here("sofie", "none"), here("sofie")])
      expect(statusOf(() => staffViewer(asked))).toBe(404);
  });

  it("that exists only to do something is refused to who may not, with the reason; a fault stays a fault", () => {
    expect(() => offered(as(world, "mia"), "dream.write")).not.toThrow();
    expect(thrownBy(() => offered(as(world, "els"), "dream.write"))).toMatchObject({
      data: { key: "refusal.mayNot", values: { name: "Jan" } },
      init: { status: 403 },
    });
    expect(() => offered(as(world, "els"), "nonsense" as "dream.write")).toThrow(TypeError);
  });

  it("is said in the language of who asks", () => {
    expect(sayTo(asks("/"))("app.plan")).toBe("Plan");
    const english = asks("/");
    english.context.language = "en";
    expect(sayTo(english)("app.circle")).toBe("Circle");
  });
});

describe("A browser", () => {
  const secretIn = (cookies: string[]) => /kring-browser=([\w-]+);/.exec(cookies[0] ?? "")?.[1] ?? "";

  it("is given a name once, which it keeps for as long as we do, and which we keep only as a hash", () => {
    const first = asks("/sign-in");
    expect(browserOf(first)).toBeNull();
    const named = browserNamed(first);
    const secret = secretIn(first.cookies);
    expect(secret).toHaveLength(43);
    expect(named).toBe(hashOf(secret));
    expect(first.cookies[0]).toMatch(/; Max-Age=34560000; SameSite=Lax; HttpOnly$/);
    const again = asks("/sign-in", { cookie: `kring=x; kring-browser=${secret}; language=nl` });
    expect(browserOf(again)).toBe(named);
    expect(browserNamed(again)).toBe(named);
    expect(again.cookies).toEqual([]);
  });

  it("that says anything else than such a name has none", () => {
    const name = "a".repeat(43);
    for (const cookie of [
      "",
      "kring-browser=",
      `kring-browser=${name}a`,
      `kring-browser=${name.slice(1)}`,
      `kring-browser=<${name}`,
      `x-kring-browser=${name}`,
    ])
      expect(browserOf(asks("/", { cookie })), cookie).toBeNull();
  });

  it("in which somebody signs in is theirs from then on, and nobody's who was signed in there before", async () => {
    const first = asks("/sign-in/code");
    await beginSession(first, world.accounts.mia ?? "");
    const mia = await whoHolds(first.cookies[0]?.split(";")[0]);
    expect(mia.person).toMatchObject({ accountId: world.accounts.mia, name: "Mia", operator: false });
    const next = asks("/sign-in/code", { sessionId: mia.sessionId });
    await beginSession(next, world.accounts.tom ?? "");
    expect((await whoHolds(first.cookies[0]?.split(";")[0])).person).toBeNull();
    expect((await whoHolds(next.cookies[0]?.split(";")[0])).person).toMatchObject({ name: "Tom" });
    expect(rows("SELECT device FROM Session WHERE accountId = @id", { id: world.accounts.tom ?? "" })).toEqual([{ device: "a test" }]);
  });
});
