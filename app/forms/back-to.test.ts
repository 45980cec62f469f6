import { expect, it } from "vitest";
import { backTo } from "./back-to";

it("A press leads back to a page of its own group, and to nowhere else", () => {
  const back = (to: unknown) => backTo("01AB", to, "/g/01AB/plan");
  expect(back("/g/01AB")).toBe("/g/01AB");
  expect(back("/g/01AB/people/01CD")).toBe("/g/01AB/people/01CD");
  const long = `/g/01AB/${"x".repeat(192)}`;
  expect(long).toHaveLength(200);
  expect(back(long)).toBe(long);
  for (const elsewhere of [
    `${long}x`,
    "x/g/01AB/plan",
    undefined,
    ["/g/01AB"],
    "",
    "/",
    "/me",
    "/g/01ABC",
    "/g/02XY/plan",
    "//evil.example/g/01AB",
    "https://evil.example",
    "/g/01AB//evil.example",
    "/g/01AB/../../sign-out",
    "/g/01AB\\evil",
    "/g/01AB?next=//evil",
    "/g/01AB\r\nSet-Cookie: a=b",
  ])
    expect(back(elsewhere)).toBe("/g/01AB/plan");
});
