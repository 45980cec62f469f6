import { UNSAFE_RemixContext as RemixContext, type UNSAFE_RemixContextObject as RemixContextObject } from "@remix-run/react";
import type { EntryContext, ServerBuild } from "@remix-run/server-runtime";
import type { ComponentProps, ComponentType, ReactNode } from "react";
import { renderToString } from "react-dom/server";
import {
  UNSAFE_DataRouterStateContext as DataRouterStateContext,
  UNSAFE_LocationContext as LocationContext,
  NavigationType,
  UNSAFE_RouteContext as RouteContext,
} from "react-router-dom";

type RouterState = NonNullable<ComponentProps<typeof DataRouterStateContext.Provider>["value"]>;
type Match = RouterState["matches"][number];

/** A page that was asked for, with what its loaders found. */
interface Asked {
  url: URL;
  params: Record<string, string>;
  /** Of the root, and of the page. */
  found: readonly [unknown, unknown];
}

type ServerRoute = ServerBuild["routes"][string];

/** How a page is drawn: the page, in the frame of the root. */
export function drawnPage({ assets, future }: ServerBuild, root: ServerRoute, page: ServerRoute): (asked: Asked) => string {
  const Frame = root.module.default as ComponentType;
  const Page = page.module.default as ComponentType;
  const { Layout = Bare } = root.module as { Layout?: ComponentType<{ children: ReactNode }> };
  const remix: RemixContextObject = {
    manifest: assets as EntryContext["manifest"],
    routeModules: { root: root.module, [page.id]: page.module } as EntryContext["routeModules"],
    future,
    isSpaMode: false,
    serializeError: ({ message, name }) => ({ message, stack: name }),
    renderMeta: {},
  };

  return ({ url, params, found }) => {
    const { pathname, search } = url;
    const matches = [root, page].map(({ id }) => ({ route: { id }, params, pathname, pathnameBase: pathname }) as Match);
    const location = { pathname, search, hash: "", state: null, key: "default" };
    const state: Partial<RouterState> = {
      location,
      matches,
      loaderData: { root: found[0], [page.id]: found[1] },
      actionData: null,
      errors: null,
    };
    const outlet = (
      <RouteContext.Provider value={{ outlet: null, matches, isDataRoute: true }}>
        <Page />
      </RouteContext.Provider>
    );
    return `<!doctype html>${renderToString(
      <RemixContext.Provider value={remix}>
        <DataRouterStateContext.Provider value={state as RouterState}>
          <LocationContext.Provider value={{ location, navigationType: NavigationType.Pop }}>
            <RouteContext.Provider value={{ outlet, matches: matches.slice(0, 1), isDataRoute: true }}>
              <Layout>
                <Frame />
              </Layout>
            </RouteContext.Provider>
          </LocationContext.Provider>
        </DataRouterStateContext.Provider>
      </RemixContext.Provider>,
    )}`;
  };
}

function Bare({ children }: { children: ReactNode }) {
  return children;
}
