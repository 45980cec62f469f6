import {
  type AppLoadContext,
  createRequestHandler,
  type LoaderFunction,
  type ServerBuild,
  type data as withInit,
} from "@remix-run/server-runtime";
import { drawnPage } from "./drawn-page.server";
import { keepingWords } from "./keeping-words.server";
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
  const ofFrame = root.module.loader;
  const handleAny = createRequestHandler(build, process.env.NODE_ENV);
  // Those that are no page too: an address of theirs must not be taken for that of a page with a free part.
  const find = routeTable(
    Object.values(routes)
      .filter(({ parentId, path }) => parentId === "root" && path !== "*")
      .map((route) => ({
        path: route.path ?? "",
        loader: route.module.loader,
        page: route.module.default ? drawnPage(built, root, route) : null,
        handle: createRequestHandler(onlyOf(build, route.id), process.env.NODE_ENV),
      })),
  );

  async function draw(request: Request, context: AppLoadContext): Promise<string | null> {
    const url = new URL(request.url);
    const asked = request.method === "GET" && plain(url.pathname) ? find(url.pathname) : null;
    if (!asked?.route.page) return null;
    const { params, route } = asked;
    const args = { request, params, context };
    try {
      const [frame, page] = (await Promise.all([ofFrame?.(args), route.loader?.(args)])).map(found);
      return frame === undefined || page === undefined ? null : (route.page?.({ url, params, found: [frame, page] }) ?? null);
    } catch {
      // Whatever it was, Remix meets it too, and answers as it does.
      return null;
    }
  }
  function handle(request: Request, context: AppLoadContext): Promise<Response> {
    const { pathname } = new URL(request.url);
    const one = plain(pathname) ? find(pathname)?.route : undefined;
    return (one?.handle ?? handleAny)(request, context);
  }
  return { draw, handle, find };
}

/** The build as if it had the root and this route, and no others: Remix goes through all that it is told of, at every request. */
function onlyOf(build: ServerBuild, id: string): ServerBuild {
  const both = <One>(all: Record<string, One>) => ({ root: all.root, [id]: all[id] }) as Record<string, One>;
  return { ...build, routes: both(build.routes), assets: { ...build.assets, routes: both(build.assets.routes) } };
}

/** A loader runs once for a request, also when Remix draws after all: what it found, or why it refused, stays the same. */
function runningOnce(route: ServerRoute): ServerRoute {
  const { loader, action, default: page } = route.module;
  if (!loader) return route;
  const ran = new WeakMap<AppLoadContext, Promise<unknown>>();
  const once: LoaderFunction = (args) => {
    const before = ran.get(args.context);
    if (before) return before;
    const running = (async () => loader(args))();
    ran.set(args.context, running);
    return running;
  };
  const keeping = action && page ? { action: keepingWords(action, once) } : {};
  return { ...route, module: { ...route.module, loader: once, ...keeping } };
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
