import {
  type AppLoadContext,
  createRequestHandler,
  type EntryContext,
  type LoaderFunction,
  type ServerBuild,
  type data as withInit,
} from "@remix-run/server-runtime";
import { htmlOf } from "./entry.server";
import { type Found, routeTable } from "./platform/http/route-table";

type ServerRoute = ServerBuild["routes"][string];

/** How the routes of a build are answered. */
export interface Drawing {
  /** The page of a GET, or null for whatever is no page that is simply shown: then `handle` answers. */
  draw(request: Request, context: AppLoadContext): Promise<string | null>;
  /** Remix's own way, for everything. */
  handle(request: Request, context: AppLoadContext): Promise<Response>;
  /** The route of an address, whether or not it is a page. */
  find(address: string): Found<{ path: string }> | null;
}

/**
 * Draws a page straight from its route module: its loader, its component, in the frame of the root. Remix's way to the
 * same bytes costs several times as much (docs/decisions/0014-drawn-directly.md); it stays the way of all that posts,
 * leads elsewhere, is refused or breaks. A route module can't tell which of the two it is drawn by.
 */
export function drawing(built: ServerBuild): Drawing {
  const routes = Object.fromEntries(Object.entries(built.routes).map(([id, route]) => [id, runningOnce(route)]));
  const build = { ...built, routes };
  const { root } = routes;
  if (!root) throw new Error("a build without a root");
  // Those that are no page too: an address of theirs must not be taken for that of a page with a free part.
  const find = routeTable(
    Object.values(routes)
      .filter(({ parentId, path }) => parentId === "root" && path !== "*")
      .map((route) => ({ path: route.path ?? "", route, entry: route.module.default ? entryFor(built, root, route) : null })),
  );

  async function draw(request: Request, context: AppLoadContext): Promise<string | null> {
    const url = new URL(request.url);
    const asked = request.method === "GET" && plain(url.pathname) ? find(url.pathname) : null;
    if (!asked?.route.entry) return null;
    const { params } = asked;
    const { route, entry } = asked.route;
    const args = { request, params, context };
    try {
      const [frame, page] = (await Promise.all([root?.module.loader?.(args), route.module.loader?.(args)])).map(found);
      if (frame === undefined || page === undefined) return null;
      const match = (id: string) => ({ route: { id }, params, pathname: url.pathname, pathnameBase: url.pathname });
      const staticHandlerContext = {
        basename: "/",
        location: { pathname: url.pathname, search: url.search, hash: "", state: null, key: "default" },
        matches: [match("root"), match(route.id)],
        loaderData: { root: frame, [route.id]: page },
        ...nothingElse,
      } as EntryContext["staticHandlerContext"];
      return htmlOf({ ...entry, staticHandlerContext }, request.url);
    } catch {
      // Whatever it was, Remix meets it too, and answers as it does.
      return null;
    }
  }
  return { draw, handle: createRequestHandler(build, process.env.NODE_ENV), find };
}

const nothingElse = { actionData: null, errors: null, statusCode: 200, loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null };

/** What React needs to know of the two routes of a page, and nothing of the others: to go through all is what costs. */
function entryFor({ assets, future }: ServerBuild, root: ServerRoute, page: ServerRoute): Omit<EntryContext, "staticHandlerContext"> {
  const manifestOf = (id: string) => assets.routes[id];
  return {
    manifest: { ...assets, routes: { root: manifestOf("root"), [page.id]: manifestOf(page.id) } } as EntryContext["manifest"],
    routeModules: { root: root.module, [page.id]: page.module } as EntryContext["routeModules"],
    future,
    isSpaMode: false,
    renderMeta: {},
    serializeError: ({ message, name }) => ({ message, stack: name }),
  };
}

/** A loader runs once for a request, also when Remix draws after all: what it found, or why it refused, stays the same. */
function runningOnce(route: ServerRoute): ServerRoute {
  const { loader } = route.module;
  if (!loader) return route;
  const ran = new WeakMap<AppLoadContext, Promise<unknown>>();
  const once: LoaderFunction = (args) => {
    const before = ran.get(args.context);
    if (before) return before;
    const running = (async () => loader(args))();
    ran.set(args.context, running);
    return running;
  };
  return { ...route, module: { ...route.module, loader: once } };
}

/** An address that reads as it is written. What is written in code, or with more slashes than it needs, is left to Remix. */
function plain(path: string): boolean {
  return path === "/" || (!path.includes("%") && !path.includes("//") && !path.endsWith("/"));
}

/** What a loader found (null without one), or undefined when that is an answer, or has a status or headers of its own. */
function found(returned: unknown): unknown {
  if (typeof returned !== "object" || returned === null) return null;
  const { type, data, init } = returned as Partial<ReturnType<typeof withInit>>;
  if (type === "DataWithResponseInit") return init ? undefined : data;
  return returned instanceof Response ? undefined : returned;
}
