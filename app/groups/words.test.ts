import { describe, expect, it } from "vitest";
import { say } from "~/i18n/text";
import { audienceWords } from "./audience-words";
import type { Frame } from "./frame";
import { ringHints, roleInWords } from "./words";

const t = say("nl");
const frame = (own: boolean): Frame => ({
  groupId: "1",
  name: "Jan",
  hue: 1,
  photo: null,
  own,
  today: "2026-11-24",
  through: null,
  helper: null,
  erasesOn: null,
  closedOn: null,
});
const jan = { role: "central", capacity: null, function: null, service: null } as const;

describe("What is said about Jan", () => {
  it("is said to Jan as je, and to everybody else with his name", () => {
    expect(audienceWords(frame(true), t)).toMatchObject({ me: "Alleen ik", facilitators: "Ik en de begeleiders" });
    expect(audienceWords(frame(false), t)).toMatchObject({ me: "Alleen Jan", facilitators: "Jan en de begeleiders" });
    expect(ringHints(frame(true), t).friends).toBe("Mensen op wie jij kan rekenen.");
    expect(ringHints(frame(false), t).friends).toBe("Mensen op wie Jan kan rekenen.");
    expect(roleInWords(t, frame(true), jan)).toBe("Deze kring is van jou");
    expect(roleInWords(t, frame(false), jan)).toBe("Deze kring is van Jan");
  });
});
