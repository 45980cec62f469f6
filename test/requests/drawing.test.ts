import type { AppLoadContext, ServerBuild } from "@remix-run/server-runtime";
import { expect, it } from "vitest";
import { drawing } from "../../app/drawing.server";
import { asks } from "./asked";

/** A build of a page with a free part, and beside it something that is no page under a name of its own. */
const seen: string[] = [];
const route = (id: string, path: string, module: object) => ({ [id]: { id, parentId: "root", path, module } });
const loader = (id: string) => () => {
  seen.push(id);
  return {};
};
const build = {
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    ...route("page", "calendar/:id", { loader: loader("page"), default: () => "a page" }),
    ...route("feed", "calendar/feed", { loader: loader("feed") }),
  },
  assets: { routes: {} },
  future: {},
} as unknown as ServerBuild;

it("What is no page is left to the router, also where a page with a free part would take its address", async () => {
  const { draw, find } = drawing(build);
  const drawn = (address: string) => {
    const { request, context } = asks(address);
    return draw(request, context as AppLoadContext);
  };
  expect(await drawn("/calendar/feed")).toBeNull();
  expect(await drawn("/nowhere")).toBeNull();
  expect(seen).toEqual([]);
  await drawn("/calendar/01AB");
  expect(seen).toEqual(["page"]);
  expect(find("/calendar/feed")?.route.path).toBe("calendar/feed");
  expect(find("/calendar/01AB")).toMatchObject({ route: { path: "calendar/:id" }, params: { id: "01AB" } });
});
