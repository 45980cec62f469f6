import { describe, expect, it } from "vitest";
import { happened } from "~/groups/happened";
import { type Language, say } from "~/i18n/text";
import { type Happened, type Line, parsed } from "./line";
import { sentence } from "./sentence";

const rita = { byId: "rita", byName: "Rita", forId: null, forName: null };
const ritaForJan = { ...rita, forId: "jan", forName: "Jan" };
const dream = (text: string): Happened => ({ kind: "dreamWritten", detail: { text } });

function line(what: Happened, by: Partial<Line> = rita): Line {
  return { id: "1", on: "2026-11-24", memberId: null, ...rita, ...by, ...what } as Line;
}
const read = (of: Line, me = "tom", language: Language = "nl") => sentence(of, me, language, say(language))?.text;

describe("A line of the story", () => {
  it("names Rita beside Jan, and is said to each in their own way", () => {
    const written = line(dream("alleen wonen"), ritaForJan);
    expect(read(written)).toBe("Rita, voor Jan, heeft een droom opgeschreven: alleen wonen");
    expect(read(written, "rita")).toBe("Jij, voor Jan, hebt een droom opgeschreven: alleen wonen");
    expect(read(written, "jan")).toBe("Rita, voor jou, heeft een droom opgeschreven: alleen wonen");
    expect(read(written, "jan", "en")).toBe("Rita, for you, wrote down a dream: alleen wonen");
  });

  it("says jou to Tom when it is he who was added", () => {
    const added = line({ kind: "personAdded", detail: { name: "Tom", role: "member", ring: "heart" } }, { ...rita, memberId: "tom" });
    expect(read(added)).toBe("Rita heeft jou in de kring gezet.");
    expect(read(added, "mia")).toBe("Rita heeft Tom in de kring gezet.");
  });

  it("tells of who came, to themselves and to the others", () => {
    const joined = line({ kind: "personJoined", detail: { name: "Tom" } }, { byId: "tom", byName: "Tom", memberId: "tom" });
    expect(read(joined)).toBe("Jij bent bij de kring gekomen.");
    expect(read(joined, "mia")).toBe("Tom is bij de kring gekomen.");
  });

  it("says jezelf to who gave themselves another place", () => {
    const moved = line({ kind: "personMoved", detail: { name: "Rita", from: null, to: "friends" } }, { ...rita, memberId: "rita" });
    expect(read(moved, "rita")).toBe("Jij hebt jezelf een andere plaats in de kring gegeven: bij de vrienden.");
  });

  it("has joy when a dream came true or a goal was reached, and only then", () => {
    const joys = (Object.keys(samples) as Happened["kind"][]).filter((kind) => sentence(line(samples[kind]), "tom", "nl", say("nl"))?.joy);
    expect(joys).toEqual(["dreamCameTrue", "goalReached"]);
  });

  it("is a sentence for everything that can happen, but for answers and for what would tell of the hidden", () => {
    for (const language of ["nl", "en"] as const) {
      const silent = (Object.keys(happened) as Happened["kind"][]).filter(
        (kind) => read(line(samples[kind]), "tom", language) === undefined,
      );
      expect(silent).toEqual(["answered", "answeredAlways", "datesAnswered", "audienceChanged"]);
      for (const kind of Object.keys(samples) as Happened["kind"][])
        expect(read(line(samples[kind]), "tom", language) ?? "").not.toMatch(/\{\{|story\.|undefined/);
    }
  });

  it("keeps Arabic words in their own direction, and leaves HTML as it was typed", () => {
    expect(read(line(dream("بيت صغير")))).toBe("Rita heeft een droom opgeschreven: \u2068بيت صغير\u2069");
    expect(read(line(dream("<b>vet</b> & {{who}} $t(app.name)")))).toBe(
      "Rita heeft een droom opgeschreven: <b>vet</b> & {{who}} $t(app.name)",
    );
  });
});

describe("What was kept of a happening", () => {
  it("is not read when it is no JSON, does not fit its kind, or is of a kind that nobody knows", () => {
    expect(parsed("dreamWritten", '{"text":"x"}')).toEqual(dream("x"));
    for (const [kind, detail] of [
      ["dreamWritten", "{"],
      ["dreamWritten", '{"words":"x"}'],
      ["dreamSold", '{"text":"x"}'],
      ["toString", "{}"],
      ["__proto__", "{}"],
    ] as const)
      expect(parsed(kind, detail)).toBeNull();
  });
});

const text = { text: "de VDAB bellen" };
const support = { what: "boodschappen", who: "Tom" };
const moment = { startLocal: "2026-12-01T19:30", place: "bij Jan thuis" };
const all: { [Kind in Happened["kind"]]: Extract<Happened, { kind: Kind }>["detail"] } = {
  groupStarted: {},
  takenAlong: {},
  erasingAsked: { on: "2026-12-10" },
  erasingStopped: {},
  circleClosed: { word: "Dank je", inMemory: false },
  circleReopened: {},
  personAdded: { name: "Tom", role: "member", ring: null },
  personJoined: { name: "Tom" },
  personMoved: { name: "Tom", from: null, to: "friends" },
  roleChanged: { name: "Tom", from: "member", to: "facilitator" },
  personLeft: { name: "Tom" },
  handedOver: { name: "Mia" },
  seriesPlanned: { ...moment, rule: "FREQ=MONTHLY" },
  seriesChanged: { ...moment, rule: "FREQ=MONTHLY" },
  seriesUndone: { ...moment, rule: "FREQ=MONTHLY" },
  pauseBegun: { from: "2026-12-01", until: null },
  pauseEnded: {},
  zoneMoved: { from: "Europe/Brussels", to: "Europe/Lisbon" },
  gatheringPlanned: moment,
  gatheringCancelled: moment,
  gatheringOn: moment,
  gatheringMoved: { ...moment, from: "2026-12-08T19:30" },
  gatheringElsewhere: moment,
  answered: { startLocal: moment.startLocal, answer: "yes", name: "Tom" },
  answeredAlways: { startLocal: moment.startLocal, answer: "yes", name: "Tom" },
  dateSought: { moments: [moment.startLocal], place: "bij Jan thuis" },
  datesAnswered: { name: "Tom", answers: [{ startLocal: moment.startLocal, answer: "ifNeedBe" }] },
  dateGivenUp: {},
  undatedPlanned: { timesAYear: 4, place: "bij Jan thuis" },
  undatedChanged: { timesAYear: 2, place: "bij Jan thuis" },
  dreamWritten: text,
  dreamCameTrue: text,
  dreamLetGo: text,
  dreamTakenUp: text,
  goalSet: text,
  personLetGo: { name: "Lien" },
  goodbyeSaid: text,
  personBack: { name: "Lien", role: "member", ring: null },
  helperNamed: { name: "Mia" },
  helperEnded: { name: "Mia" },
  goalReached: text,
  goalLetGo: text,
  goalTakenUp: text,
  actionPromised: { ...text, names: ["Tom", "An"] },
  actionDone: text,
  actionReopened: text,
  actionPassedOn: { ...text, names: ["Tom"] },
  actionMoved: { ...text, from: null, to: "2026-12-01" },
  actionLetGo: text,
  supportNoted: support,
  supportChanged: support,
  supportEnded: support,
  supportResumed: support,
  reworded: { before: "huis", after: "thuis" },
  audienceChanged: { from: "me", to: "network" },
};
const samples = Object.fromEntries(Object.entries(all).map(([kind, detail]) => [kind, { kind, detail }])) as unknown as Record<
  Happened["kind"],
  Happened
>;
