import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TextProvider } from "~/i18n/use-text";
import type { GatheringShown } from "../gathering.server";
import { Question } from "./answer-pages";
import { Letter } from "./letter";

const drawn = (element: ReactElement) => renderToStaticMarkup(<TextProvider language="nl">{element}</TextProvider>);
const central = { name: "Jan", hue: 1, photo: null };
const when = { startLocal: "2026-12-08T19:30", endLocal: "2026-12-08T21:30", place: "bij Jan thuis", about: "", letKnow: null };
const letter = (otherZone: string | null) => {
  const gathering = { ...when, otherZone } as GatheringShown;
  return drawn(<Letter name="Greet" central={central} gathering={gathering} today="2026-12-08" tell="Mia" />);
};
const question = (otherZone: string | null) => {
  const answer = {
    chosen: "",
    answer: null,
    word: "",
    ofSeries: false,
    always: null,
    reach: false,
    saved: false,
    until: null,
    online: null,
  };
  const gathering = { day: "dinsdag 8 december", hour: "19.30 uur", end: "21.30 uur", place: when.place, otherZone };
  const whose = { name: "Fatima", own: false, central, token: "token", groupId: "group", gatheringId: "one", state: "open" as const };
  return drawn(<Question title="Kom je?" shown={{ ...answer, ...gathering, ...whose }} returned={undefined} />);
};

describe("Of a gathering that stayed on another clock", () => {
  it("a letter says whose clock its hours are of, and of no other", () => {
    expect(letter("Europe/Brussels")).toContain("Van 19.30 uur tot ongeveer 21.30 uur, op de klok van Brussel");
    expect(letter(null)).not.toContain("de klok van");
  });

  it("so does the page to answer on", () => {
    expect(question("Europe/Brussels")).toContain("Dit is op de klok van Brussel.");
    expect(question(null)).not.toContain("de klok van");
  });
});
