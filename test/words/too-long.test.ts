import { expect, it } from "vitest";
import { nameForm } from "../../app/accounts/changing-my-name.server";
import { codeForm, mailForm } from "../../app/accounts/schema";
import { wrongInWords } from "../../app/forms/wrong-in-words";
import { answerForm } from "../../app/gatherings/answers";
import { gatheringForm, seriesForm } from "../../app/gatherings/schema";
import { groupFormFor, memberChange, memberForm, placeForm } from "../../app/groups/schema";
import { languages, say, type TextKey } from "../../app/i18n/text";
import { groupForm } from "../../app/organisation/schema";
import { actionForm, dreamForm, goalForm } from "../../app/plan/schema";
import { supportForm } from "../../app/support/schema";

const circles = [groupFormFor(false), memberForm, memberChange, placeForm, groupForm];
const forms = [
  nameForm,
  mailForm,
  codeForm,
  answerForm,
  gatheringForm,
  seriesForm,
  ...circles,
  dreamForm,
  goalForm,
  actionForm,
  supportForm,
];
const asked =
  "about centralMail centralName code facilitatorMail facilitatorName function mail myName name place relation service text what word";
const long = Object.fromEntries(
  asked.split(" ").map((field) => [field, /mail/i.test(field) ? `${"x".repeat(255)}@a.be` : "x".repeat(1000)]),
);

/** What each form says about its fields that are too long, by field. */
function complaints(): { field: string; words: { key: TextKey; values: { max: number } } }[] {
  return forms.flatMap((form) =>
    (form.safeParse({ ...long, role: "member", ring: "friends" }).error?.issues ?? []).flatMap((issue) =>
      issue.code === "too_big" && issue.message === "error.tooLong"
        ? [{ field: String(issue.path[0]), words: { key: "error.tooLong" as const, values: { max: Number(issue.maximum) } } }]
        : [],
    ),
  );
}

it("What is too long is named, with how much fits", () => {
  const found = complaints();
  expect([...new Set(found.map(({ field }) => field))].sort()).toEqual(asked.split(" "));
  const nameless = languages.flatMap((language) =>
    found.map((one) => wrongInWords(say(language), one)).filter((said) => /^(Dit|This) is/.test(said)),
  );
  expect(nameless).toEqual([]);
  const name = found.find(({ field }) => field === "name");
  expect(name && wrongInWords(say("nl"), name)).toBe("De naam is te lang. Gebruik hoogstens 120 letters.");
  expect(name && wrongInWords(say("en"), name)).toBe("The name is too long. Use 120 characters or fewer.");
});
