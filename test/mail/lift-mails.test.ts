import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { bringThis, putOnList } from "../../app/gatherings/along/bringing.server";
import { liftMails } from "../../app/gatherings/along/mails.server";
import { offerCar } from "../../app/gatherings/along/offering-a-car.server";
import { bringForm, carForm, seekForm } from "../../app/gatherings/along/schema";
import { seekLift } from "../../app/gatherings/along/seeking-a-lift.server";
import { takeAlong, undoLift } from "../../app/gatherings/along/taking-along.server";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { reminderMails } from "../../app/gatherings/reminders/mails.server";
import { remind } from "../../app/gatherings/reminders/reminding.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { row } from "../../app/platform/query.server";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;
let id: string;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, gatheringPlanned: () => null, ...liftMails, ...reminderMails };
  const form = gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  id = (await planGathering(viewer("mia"), form, null)).split("/").at(-1) ?? "";
  await desk.turn();
  await desk.restart(); // nothing leaves before the next turn
});

const viewer = (name: CastName) => as(world, name, desk.clock());
const idOf = (name: CastName) => world.members[name];
const seeks = (name: CastName, word = "", by = name) => seekLift(viewer(by), id, seekForm.parse({ who: idOf(name), word }), null);
const drives = (name: CastName, word = "") => offerCar(viewer(name), id, carForm.parse({ who: idOf(name), places: "2", word }), null);
const together = (saidBy: "driver" | "rider", rider: CastName, driver: CastName, by = saidBy === "driver" ? driver : rider) =>
  takeAlong(viewer(by), id, { riderId: idOf(rider), driverId: idOf(driver) }, saidBy);
const undo = (saidBy: "driver" | "rider", rider: CastName, by: CastName) => undoLift(viewer(by), id, idOf(rider), saidBy);
const says = (name: CastName, said: string, by = name) => answer(viewer(by), id, idOf(name), answerForm.parse({ answer: said }), null, "/");
/** What left, as "to: subject". */
async function left(): Promise<string[]> {
  await desk.turn();
  const all = desk.office.delivered.map(({ to, mail }) => `${to[0]?.split("@")[0]}: ${mail.subject}`);
  await desk.restart();
  return all;
}
const text = () => desk.office.delivered.at(-1)?.mail.text?.replace(/\s+/g, " ") ?? "";

describe("A lift", () => {
  it("is told to who is taken along, with what the driver says, once", async () => {
    await drives("mia", "Ik vertrek om 19 uur.");
    await seeks("fatima");
    await together("driver", "fatima", "mia");
    await together("driver", "fatima", "mia");
    expect(await left()).toEqual(["fatima: Dinsdag 1 december: Mia neemt je mee"]);
    expect(text()).toContain("Mia zegt erbij: Ik vertrek om 19 uur.");
    expect(text()).toContain(`/g/${world.groupId}/gatherings/${id}`);
    expect(text()).not.toContain("Genoteerd");
  });

  it("is told to who drives, with who said it for the rider", async () => {
    await drives("mia");
    await seeks("jan", "van aan het station", "rita");
    await together("rider", "jan", "mia", "rita");
    expect(await left()).toEqual(["mia: Dinsdag 1 december: Jan rijdt met je mee"]);
    expect(text()).toContain("Jan zegt erbij: van aan het station");
    expect(text()).toContain("Genoteerd door Rita, voor Jan.");
  });

  it("that is lost is told surely: who drives does not come, and the rider is asked for again", async () => {
    await seeks("fatima");
    await together("driver", "fatima", "mia");
    await left();
    desk.time += minute;
    await says("mia", "no");
    expect((await left()).slice(1)).toEqual(["fatima: Dinsdag 1 december: Mia kan je toch niet meenemen"]);
    expect(text()).toContain("Je zoekt nu weer een lift.");
  });

  it("that is lost, of who had asked for none: nobody says that they seek one", async () => {
    await together("driver", "fatima", "mia");
    await left();
    desk.time += minute;
    await undo("driver", "fatima", "mia");
    expect(row("SELECT count(*) AS n FROM Lift")).toEqual({ n: 0 });
    expect((await left()).at(-1)).toEqual("fatima: Dinsdag 1 december: Mia kan je toch niet meenemen");
    expect(text()).toContain("Zoek je een lift? Zeg het dan op de pagina van de samenkomst.");
  });

  it("that nobody needs any more is told to who would drive", async () => {
    await together("driver", "fatima", "mia");
    await undo("rider", "fatima", "fatima");
    expect(await left()).toEqual(["mia: Dinsdag 1 december: Fatima rijdt toch niet met je mee"]);
  });

  it("is not told when it is otherwise by the time that the mail leaves, or the gathering is off", async () => {
    await together("driver", "fatima", "mia");
    await undo("driver", "fatima", "mia");
    desk.time += minute;
    await together("driver", "fatima", "tom");
    expect(await left()).toEqual(["fatima: Dinsdag 1 december: Tom neemt je mee"]);
    await together("driver", "noor", "tom");
    await cancelGathering(viewer("mia"), id, null);
    expect((await left()).filter((one) => one.startsWith("noor") && !one.endsWith("gaat niet door"))).toEqual([]);
  });

  it("tells nobody who gets no mails: Greet's is noted by Mia", async () => {
    await seeks("greet", "", "mia");
    await together("driver", "greet", "tom");
    expect(await left()).toEqual([]);
    expect(cast.greet.mail).toBeNull();
  });
});

describe("A reminder", () => {
  it("says what its reader promised, and was promised", async () => {
    await together("driver", "fatima", "mia");
    await together("driver", "greet", "mia");
    await seeks("luc");
    await putOnList(viewer("mia"), id, bringForm.parse({ what: "soep", who: "" }), null);
    await bringThis(viewer("mia"), id, row<{ id: string }>("SELECT id FROM Bringing")?.id ?? "", idOf("mia"));
    await putOnList(viewer("mia"), id, bringForm.parse({ what: "een taart", who: idOf("mia") }), null);
    await left();
    desk.office.delivered.length = 0;
    desk.time = Date.parse("2026-11-30T18:31:00.000Z");
    await remind(desk.clock());
    await desk.turn();
    const textTo = (name: CastName) => desk.office.delivered.find(({ to }) => to[0] === cast[name].mail)?.mail.text?.replace(/\s+/g, " ");
    expect(textTo("mia")).toContain("Meerijden en meebrengen: Je neemt Fatima en Greet mee. Je brengt mee: soep, een taart. Jij");
    expect(textTo("fatima")).toContain("Meerijden en meebrengen: Mia neemt je mee. Jij");
    expect(textTo("luc")).toContain("Meerijden en meebrengen: Je zoekt nog een lift. Jij");
    expect(textTo("tom")).not.toContain("Meerijden en meebrengen");
  });
});
