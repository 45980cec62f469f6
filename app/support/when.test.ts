import { expect, it } from "vitest";
import { say } from "~/i18n/text";
import { whenWords } from "./when";

const words = (since: string, until: string | null = null) => whenWords(since, until, "2026-11-24", "nl", say("nl"));

it("Since when: a year for what began in another year, a month for this one, a day for what comes", () => {
  expect(words("2019-05-03")).toBe("sinds 2019");
  expect(words("2026-03-03")).toBe("sinds maart 2026");
  expect(words("2027-02-01")).toBe("vanaf 1 februari 2027");
  expect(words("2019-05-03", "2027-01-01")).toBe("sinds 2019, tot 1 januari 2027");
  expect(words("2019-05-03", "2026-11-24")).toBe("van 2019 tot november 2026");
  expect(words("2025-01-03", "2025-03-01")).toBe("van januari 2025 tot maart 2025");
});
