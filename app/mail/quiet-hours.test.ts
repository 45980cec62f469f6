import { describe, expect, it } from "vitest";
import { isQuiet, loudAfter, loudBefore } from "./quiet-hours";

describe("From nine in the evening until eight in the morning", () => {
  it.each([
    ["2026-12-01T20:59", false],
    ["2026-12-01T21:00", true],
    ["2026-12-01T00:00", true],
    ["2026-12-01T07:59", true],
    ["2026-12-01T08:00", false],
  ])("%s: quiet is %s", (local, quiet) => expect(isQuiet(local)).toBe(quiet));

  it.each([
    ["2026-12-01T12:00", "2026-12-01T12:00", "2026-12-01T12:00"],
    ["2026-12-01T23:30", "2026-12-01T20:00", "2026-12-02T08:00"],
    ["2027-01-01T02:30", "2026-12-31T20:00", "2027-01-01T08:00"],
    ["2026-12-31T21:00", "2026-12-31T20:00", "2027-01-01T08:00"],
  ])("what is due at %s leaves at the latest by %s, and else from %s", (local, before, after) => {
    expect(loudBefore(local)).toBe(before);
    expect(loudAfter(local)).toBe(after);
    expect([isQuiet(before), isQuiet(after)]).toEqual([false, false]);
  });
});
