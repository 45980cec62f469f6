import { expect, it } from "vitest";
import { stateOf } from "./state";

const now = { now: "2026-12-05T09:00:00.000Z", today: "2026-12-05" };
const past = { startsAt: "2026-12-01T18:30:00.000Z", gatheringId: null };
const coming = { startsAt: "2026-12-08T18:30:00.000Z", gatheringId: null };
const poll = { endedAt: null, answerUntil: null, options: [past, coming] };

it("A poll is open until its last day is over, a moment is chosen, it is given up, or all its moments are past", () => {
  expect(stateOf(poll, now)).toBe("open");
  expect(stateOf({ ...poll, answerUntil: "2026-12-05" }, now)).toBe("open");
  expect(stateOf({ ...poll, answerUntil: "2026-12-04" }, now)).toBe("closed");
  expect(stateOf({ ...poll, endedAt: now.now, options: [{ ...past, gatheringId: "g" }, coming] }, now)).toBe("chosen");
  expect(stateOf({ ...poll, endedAt: now.now }, now)).toBe("givenUp");
  expect(stateOf({ ...poll, options: [past], answerUntil: "2026-12-04" }, now)).toBe("over");
});
