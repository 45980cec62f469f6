import { expect, it } from "vitest";
import { groupFormFor, memberForm, placeForm } from "./schema";

const wrong = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

it("Making a circle says at once all that is missing, also what depends on another answer", () => {
  expect(wrong(groupFormFor(false).safeParse({ forWhom: "other", mail: "rita@", zone: "Europe/Brussels" }))).toEqual([
    "mail: error.mailWrong",
    "myName: circle.myNameMissing",
    "name: circle.theirNameMissing",
  ]);
  expect(wrong(groupFormFor(true).safeParse({ forWhom: "me", zone: "Europe/Brussels" }))).toEqual([]);
});

it("A place in the circle of who is paid is outside the heart, and says from where they come", () => {
  const els = { name: "", role: "professional", ring: "heart", capacity: "mandate", invite: "yes", mail: "" };
  expect(wrong(memberForm.safeParse(els)).sort()).toEqual([
    "function: circle.functionMissing",
    "mail: circle.mailForInvitation",
    "name: circle.nameMissing",
    "ring: circle.notInTheHeart",
    "service: circle.serviceMissing",
  ]);
  expect(wrong(placeForm.safeParse({ role: "professional", ring: "paid", version: "1" }))).toEqual(["capacity: circle.capacityMissing"]);
  expect(wrong(placeForm.safeParse({ role: "member", ring: "heart", version: "1" }))).toEqual([]);
});
