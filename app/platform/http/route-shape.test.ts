import { expect, it } from "vitest";
import { routeShapes } from "./route-shape";

const shape = routeShapes([
  "",
  "a/:token",
  "a/:token/face",
  "sign-in/code",
  "g/:groupId/gatherings/:gatheringId",
  "g/:groupId/gatherings/new",
]);

it("The log holds the shape of an address that we know, and nothing of any other, however it is written", () => {
  expect(shape("/")).toBe("/");
  expect(shape("/a/SECRET?answer=yes")).toBe("/a/:token");
  expect(shape("/A/SECRET")).toBe("/a/:token");
  expect(shape("/a/SECRET/")).toBe("/a/:token");
  expect(shape("/a/SECRET/face")).toBe("/a/:token/face");
  expect(shape("/g/1/gatherings/new")).toBe("/g/:groupId/gatherings/new");
  expect(shape("/g/1/gatherings/2")).toBe("/g/:groupId/gatherings/:gatheringId");
  expect(shape("/sign-in/code?mail=fatima@kring.example")).toBe("/sign-in/code");
  for (const other of ["/%61/SECRET", "/a/SECRET/more", "/a//SECRET/x", "/SECRET", "/a%2FSECRET", "?", "/a\\SECRET"])
    expect(shape(other)).not.toContain("SECRET");
});
