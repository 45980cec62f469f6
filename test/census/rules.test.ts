import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calendarRules, mailRules } from "./rules-of-calendars-and-mail";

describe("The rules for calendars and mail", () => {
  it("are all there", () => {
    expect([calendarRules.length, mailRules.length]).toEqual([27, 19]);
  });

  it.each([...calendarRules, ...mailRules].map((rule) => [rule.says, rule] as const))(
    "%s: held by a test that is there, or it is said why not",
    (_, { held = [], otherwise, notYet }) => {
      expect(held.length + (otherwise ? 1 : 0) + (notYet ? 1 : 0)).toBeGreaterThan(0);
      for (const [file, name] of held) {
        expect(existsSync(file), file).toBe(true);
        expect(readFileSync(file, "utf8"), `${file}: ${name}`).toContain(name);
      }
    },
  );

  it("are all here: none is left for later", () => {
    expect([...calendarRules, ...mailRules].filter(({ notYet }) => notYet)).toEqual([]);
  });
});
