import { expect, it } from "vitest";
import { routeTable, shapeOf } from "./route-table";

const find = routeTable(
  ["", "a/:token", "a/:token/face", "sign-in/code", "g/:groupId/gatherings/:gatheringId", "g/:groupId/gatherings/new"].map((path) => ({
    path,
  })),
);
const shape = (address: string) => shapeOf(find(address));

it("An address is of the route that names most of it, with what it names, in whatever letters and with a slash at its end", () => {
  expect(find("/g/01AB/gatherings/01CD?just=x")).toEqual({
    route: { path: "g/:groupId/gatherings/:gatheringId" },
    params: { groupId: "01AB", gatheringId: "01CD" },
  });
  expect(find("/g/01AB/gatherings/new/")).toEqual({ route: { path: "g/:groupId/gatherings/new" }, params: { groupId: "01AB" } });
  expect(find("/Sign-In/code")).toEqual({ route: { path: "sign-in/code" }, params: {} });
  for (const other of ["/sign-in", "/g/01AB", "/sign-in/code/more", "/nowhere"]) expect(find(other)).toBeNull();
});

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
