import { beforeEach, describe, expect, it } from "vitest";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { answerTokenFor, fewerTokenFor } from "../../app/gatherings/announcing.server";
import { answererBy, askedByMail } from "../../app/gatherings/asked-by-mail.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { gatheringsOf } from "../../app/gatherings/gatherings.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { pollTokenFor } from "../../app/gatherings/polls/announcing-a-poll.server";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { pollOf } from "../../app/gatherings/polls/poll.server";
import { pollByMail, sayerBy } from "../../app/gatherings/polls/poll-by-mail.server";
import { pollForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { circleNow } from "../../app/groups/circle.server";
import { clockOf, clockOfHolder } from "../../app/groups/clock.server";
import { fewerBy } from "../../app/groups/fewer-mails.server";
import { leave } from "../../app/groups/leaving.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { memberNow } from "../../app/groups/member.server";
import { sayClock, sayClockFromMail } from "../../app/groups/saying-a-clock.server";
import { clockForm } from "../../app/groups/schema";
import { minutesAfter } from "../../app/platform/clock.server";
import { readStatements, row } from "../../app/platform/query.server";
import { NotAllowed } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { type Transaction, transaction } from "../../app/platform/transaction.server";
import { memberOf, throughTheirEyes } from "../../app/policy/viewer.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const newYork = "America/New_York";

type Name = keyof World["members"];
let world: World;
let gatheringId: string;

/** Mia plans a gathering for Tuesday 1 December at half past seven; Noor lives in New York. */
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  const form = gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  gatheringId = (await planGathering(viewer("mia"), form, null)).split("/").at(-1) ?? "";
  await says("noor", newYork);
});

const viewer = (who: Name) => as(world, who, now);
const says = (who: Name, zone: string | null, about: Name = who, key: string | null = null) =>
  sayClock(viewer(who), world.members[about], { zone }, key);
const kept = (who: Name) => row<{ zone: string | null }>("SELECT zone FROM Member WHERE id = @id", { id: world.members[who] })?.zone;
/** A link in a mail to somebody. */
const linkTo = (who: Name, make: (tx: Transaction, about: { groupId: string; now: string }, memberId: string) => Promise<string>) =>
  transaction((tx) => make(tx, { groupId: world.groupId, now }, world.members[who]));

/** Mia seeks a date. @returns the id of the poll */
async function dateSought(): Promise<string> {
  const form = pollForm.parse({ moments: ["2026-12-08T19:30", "2026-12-10T02:00"], minutes: "120", place: "bij Jan thuis" });
  return (await seekDate(viewer("mia"), form, null)).split("/").at(-1) ?? "";
}

describe("Who lives elsewhere", () => {
  it("sees on every page when it is for them, and the others see nothing of it", () => {
    const yours = (who: Name) => [
      nextGathering(viewer(who))?.yours,
      gatheringOf(viewer(who), gatheringId).yours,
      gatheringsOf(viewer(who), { after: null, before: null }).coming[0]?.yours,
    ];
    expect(yours("noor")).toEqual(Array(3).fill("2026-12-01T13:30"));
    for (const who of ["jan", "mia", "fatima", "els"] as const) expect(yours(who)).toEqual([null, null, null]);
    expect(gatheringOf(viewer("noor"), gatheringId).startLocal).toBe("2026-12-01T19:30");
  });

  it("sees it of each moment of a date that is sought, and of the one that is chosen", async () => {
    const pollId = await dateSought();
    const moments = () => pollOf(viewer("noor"), pollId)?.moments ?? [];
    expect(moments().map(({ yours }) => yours)).toEqual(["2026-12-08T13:30", "2026-12-09T20:00"]);
    expect(pollOf(viewer("mia"), pollId)?.moments.map(({ yours }) => yours)).toEqual([null, null]);
    await chooseMoment(viewer("mia"), pollId, moments()[0]?.id ?? "");
    expect(moments()[0]?.became?.yours).toBe("2026-12-08T13:30");
  });

  it("sees it from a link in a mail, without signing in", async () => {
    const answerLink = answererBy(await linkTo("noor", (tx, about, id) => answerTokenFor(tx, { ...about, gatheringId }, id)), now);
    expect(answerLink && askedByMail(answerLink)?.yours).toBe("2026-12-01T13:30");
    const pollId = await dateSought();
    const pollLink = sayerBy(await linkTo("noor", (tx, about, id) => pollTokenFor(tx, { ...about, pollId }, id)), now);
    expect(pollLink && pollByMail(pollLink)?.moments.map(({ yours }) => yours)).toEqual(["2026-12-08T13:30", "2026-12-09T20:00"]);
  });

  it("costs no page a statement more", async () => {
    const statements = (read: () => unknown) => {
      const before = readStatements();
      read();
      return readStatements() - before;
    };
    const noor = viewer("noor");
    const mia = viewer("mia");
    for (const read of [nextGathering, (one: typeof noor) => gatheringOf(one, gatheringId)])
      expect(statements(() => read(noor))).toBe(statements(() => read(mia)));
    expect(statements(() => viewer("noor"))).toBe(1);
  });
});

describe("Where somebody lives", () => {
  it("is said by each for themselves, changed, and taken back; sent twice it is said once", async () => {
    const key = newId();
    expect(await says("fatima", "Europe/London", "fatima", key)).toBe(`/g/${world.groupId}/people/${world.members.fatima}`);
    await says("fatima", null);
    await says("fatima", "Europe/London", "fatima", key);
    expect(kept("fatima")).toBeNull();
    await says("els", "Europe/London");
    expect(clockOf(viewer("els"), world.members.els)).toEqual({ name: "Els", zone: "Europe/London" });
  });

  it("is said for Jan by Rita, who acts for him, and by nobody for anybody else", async () => {
    await says("rita", "Europe/Lisbon", "jan");
    expect(kept("jan")).toBe("Europe/Lisbon");
    for (const [who, about] of [
      ["jan", "mia"],
      ["rita", "tom"],
      ["mia", "jan"],
      ["mia", "fatima"],
      ["els", "jan"],
    ] as const) {
      await expect(says(who, newYork, about), `${who} of ${about}`).rejects.toThrow(NotAllowed);
      expect(memberNow(viewer(who), world.members[about]).can.clock).toBe(false);
    }
    expect(memberNow(viewer("rita"), world.members.jan).can.clock).toBe(true);
    expect(memberNow(viewer("els"), world.members.els).can.clock).toBe(true);
  });

  it("is said from a mail by the holder of its link, for themselves alone", async () => {
    const link = fewerBy(await linkTo("fatima", fewerTokenFor), now);
    if (!link) return expect.fail("no link");
    expect(await sayClockFromMail(link, { zone: "Europe/London" }, null, "/u/x/clock?saved")).toBe("/u/x/clock?saved");
    expect([kept("fatima"), kept("tom"), kept("noor")]).toEqual(["Europe/London", null, newYork]);
    expect(clockOfHolder(link)).toMatchObject({ own: false, name: "Jan", zone: "Europe/London" });
    await letSomebodyGo(viewer("jan"), world.members.fatima, null);
    await expect(sayClockFromMail(link, { zone: newYork }, null, "/")).rejects.toMatchObject({ status: 404 });
  });

  it("is nobody's of another circle to say or to read", async () => {
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now);
    if (!omar) return expect.fail("no Omar");
    await expect(sayClock(omar, world.members.noor, { zone: null }, null)).rejects.toThrow(NotAllowed);
    expect(() => clockOf(omar, world.members.noor)).toThrow(expect.objectContaining({ status: 404 }));
    expect(kept("noor")).toBe(newYork);
  });

  it("is theirs to see: it is in nothing that others read of the circle or take along, nor when Jan looks through their eyes", () => {
    for (const who of ["jan", "rita", "mia", "fatima", "els"] as const) {
      const reader = viewer(who);
      const read = [memberNow(reader, world.members.noor), circleNow(reader), whoComes(reader, gatheringId), reader];
      expect(JSON.stringify(read), who).not.toContain(newYork);
    }
    expect(JSON.stringify(circleTaken(viewer("jan"), "all"))).not.toContain(newYork);
    expect(circleTaken(viewer("noor"), "own").circle.ownZone).toBe(newYork);
    const eyes = throughTheirEyes(world.members.noor, world.groupId, now);
    expect(eyes?.ownZone).toBeNull();
    expect(eyes && nextGathering(eyes)?.yours).toBeNull();
  });

  it("is Jan's for Rita while she acts for him in her browser, and else her own", async () => {
    await says("rita", "Europe/Lisbon", "jan");
    await says("rita", "Asia/Tokyo");
    const signedIn = (actsIn: string | null) => memberOf({ ...person(world, "rita"), session: "hers", actsIn }, world.groupId, now);
    expect([signedIn(world.groupId)?.ownZone, signedIn(null)?.ownZone]).toEqual(["Europe/Lisbon", "Asia/Tokyo"]);
    // A mail is read by herself, whatever she may come to see in it.
    expect(viewer("rita").ownZone).toBe("Asia/Tokyo");
  });

  it("is forgotten of who leaves, who is let go, and who erases themselves", async () => {
    for (const who of ["wim", "fatima", "els"] as const) await says(who, newYork);
    await leave(viewer("wim"), { word: "" }, null);
    await letSomebodyGo(viewer("jan"), world.members.fatima, null);
    await eraseMyself(person(world, "els"), minutesAfter(now, 1));
    expect([kept("wim"), kept("fatima"), kept("els"), kept("noor")]).toEqual([null, null, null, newYork]);
  });
});

describe("The form for it", () => {
  it("takes a zone, or nothing for the circle's, and refuses one that there is not beside its field", () => {
    expect([clockForm.parse({ zone: newYork }), clockForm.parse({ zone: "" }), clockForm.parse({})]).toEqual([
      ...[{ zone: newYork }, { zone: null }, { zone: null }],
    ]);
    for (const zone of ["Mars/Base", "+02:00", "brussel", "../../etc"])
      expect(clockForm.safeParse({ zone }).error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`)).toEqual([
        "zone error.zoneWrong",
      ]);
    expect(clockForm.safeParse({ zone: ["a", "b"] }).success).toBe(false);
  });
});
