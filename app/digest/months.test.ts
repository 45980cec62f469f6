import { describe, expect, it } from "vitest";
import { localOf } from "~/platform/wall-clock";
import { monthBefore, toldMonth } from "./months";

const brussels = "Europe/Brussels";

describe("A month that is told of", () => {
  it("is that of the clock on the wall, also when summer begins or ends in it", () => {
    expect(toldMonth("2026-11", brussels)).toEqual({
      month: "2026-11",
      since: "2026-10-31T23:00:00.000Z",
      until: "2026-11-30T23:00:00.000Z",
      due: "2026-12-01T09:00:00.000Z",
      useless: "2026-12-07T20:00:00.000Z",
    });
    const march = toldMonth("2026-03", brussels);
    expect([march.since, march.until, march.due]).toEqual([
      "2026-02-28T23:00:00.000Z",
      "2026-03-31T22:00:00.000Z",
      "2026-04-01T08:00:00.000Z",
    ]);
    const october = toldMonth("2026-10", brussels);
    expect([october.since, october.until]).toEqual(["2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z"]);
  });

  it("begins where the one before ends, and is told by day, in every zone", () => {
    for (const zone of [brussels, "Pacific/Auckland", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"])
      for (let number = 1; number < 12; number += 1) {
        const [one, next] = [number, number + 1].map((month) => toldMonth(`2026-${String(month).padStart(2, "0")}`, zone));
        expect(one?.until).toBe(next?.since);
        expect(localOf(one?.due ?? "", zone).slice(8)).toBe("01T10:00");
        expect(localOf(one?.useless ?? "", zone).slice(8)).toBe("07T21:00");
      }
  });

  it("is the one before, where the circle is", () => {
    expect(monthBefore("2026-11-30T23:30:00.000Z", brussels)).toBe("2026-11");
    expect(monthBefore("2026-11-30T22:30:00.000Z", brussels)).toBe("2026-10");
    expect(monthBefore("2026-11-30T23:30:00.000Z", "America/New_York")).toBe("2026-10");
    expect(monthBefore("2026-12-31T23:30:00.000Z", brussels)).toBe("2026-12");
  });
});
