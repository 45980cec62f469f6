/** A route that an address was found to be of, with what the address names. */
export interface Found<Route> {
  route: Route;
  params: Record<string, string>;
}

/** Where one has come, part by part: the parts that may follow, the free one among them (":"), and the route that ends here. */
interface Place<Route> {
  next: Map<string, Place<Route>>;
  end: { route: Route; names: [number, string][] } | null;
}

/**
 * Finds the route of an address, in a time that does not grow with how many routes there are. Upper and lower case, and
 * a slash at the end, are overlooked, as the router does.
 * @param routes with their paths as app/routes.ts has them; "*" is not looked for
 * @returns how to find one by the path of an address, with its query or without; what is written in code (%) stays so
 */
export function routeTable<Route extends { path: string }>(routes: readonly Route[]): (address: string) => Found<Route> | null {
  const top: Place<Route> = { next: new Map(), end: null };
  for (const route of routes) {
    const parts = partsOf(route.path);
    let at = top;
    for (const part of parts) {
      const key = part.startsWith(":") ? ":" : part;
      const next: Place<Route> = at.next.get(key) ?? { next: new Map(), end: null };
      at.next.set(key, next);
      at = next;
    }
    at.end = { route, names: parts.flatMap((part, place) => (part.startsWith(":") ? [[place, part.slice(1)]] : [])) };
  }
  return (address) => {
    const given = partsOf(address.split(/[?#]/)[0] ?? "");
    const end = endOf(top, given, 0);
    return end && { route: end.route, params: Object.fromEntries(end.names.map(([place, name]) => [name, given[place] ?? ""])) };
  };
}

/** A named part wins over a free one: /g/:groupId/gatherings/new is not a gathering. */
function endOf<Route>(at: Place<Route>, given: string[], place: number): Place<Route>["end"] {
  const part = given[place];
  if (part === undefined) return at.end;
  for (const key of [part.toLowerCase(), ":"]) {
    const next = at.next.get(key);
    const end = next && endOf(next, given, place + 1);
    if (end) return end;
  }
  return null;
}

/**
 * What of an address may stand in the log: the shape of the route that it is (`/a/:token`), never anything of the address
 * itself; for one that we don't know for sure, "/…". However somebody writes an address, no token in it gets through.
 */
export function shapeOf(found: Found<{ path: string }> | null): string {
  return found ? `/${found.route.path}` : "/…";
}

const partsOf = (path: string) => path.split("/").filter(Boolean);
