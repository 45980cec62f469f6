/** A route that an address was found to be of, with what the address names. */
export interface Found<Route> {
  route: Route;
  params: Record<string, string>;
}

/**
 * Finds the route of an address, in a time that does not grow with how many routes there are: they are split once, and kept by
 * how many parts they have. Upper and lower case, and a slash at the end, are overlooked, as the router does.
 * @param routes with their paths as app/routes.ts has them; "*" is not looked for
 * @returns how to find one by the path of an address, with its query or without; what is written in code (%) stays so
 */
export function routeTable<Route extends { path: string }>(routes: readonly Route[]): (address: string) => Found<Route> | null {
  const byLength = new Map<number, { route: Route; parts: string[] }[]>();
  for (const route of routes) {
    const parts = partsOf(route.path);
    const others = byLength.get(parts.length) ?? [];
    // A named part wins over a free one: /g/:groupId/gatherings/new is not a gathering.
    byLength.set(
      parts.length,
      [...others, { route, parts }].sort((one, other) => free(one.parts) - free(other.parts)),
    );
  }
  return (address) => {
    const given = partsOf(address.split(/[?#]/)[0] ?? "");
    const found = byLength.get(given.length)?.find(({ parts }) => parts.every((part, place) => fits(part, given[place])));
    if (!found) return null;
    const named = found.parts.flatMap((part, place) => (part.startsWith(":") ? [[part.slice(1), given[place] ?? ""]] : []));
    return { route: found.route, params: Object.fromEntries(named) };
  };
}

/**
 * What of an address may stand in the log: the shape of the route that it is (`/a/:token`), never anything of the address
 * itself; for one that we don't know for sure, "/…". However somebody writes an address, no token in it gets through.
 */
export function shapeOf(found: Found<{ path: string }> | null): string {
  return found ? `/${found.route.path}` : "/…";
}

const partsOf = (path: string) => path.split("/").filter(Boolean);
const free = (parts: string[]) => parts.filter((part) => part.startsWith(":")).length;
const fits = (part: string, given: string | undefined) => part.startsWith(":") || part === given?.toLowerCase();
