import { expect, it } from "vitest";
import { say } from "~/i18n/text";
import { dueWords } from "./due";

const words = (dueOn: string) => dueWords(dueOn, "2026-11-24", "nl", say("nl"));

it("By when: the full day, near days also as people say them, and a day that is over is said kindly", () => {
  expect(words("2026-11-27")).toBe("Tegen vrijdag 27 november");
  expect(words("2026-11-24")).toBe("Tegen vandaag, dinsdag 24 november");
  expect(words("2026-11-25")).toBe("Tegen morgen, woensdag 25 november");
  expect(words("2027-01-05")).toBe("Tegen dinsdag 5 januari 2027");
  expect(words("2026-11-20")).toBe("Dit was voor vrijdag 20 november. Het kan nog");
});
