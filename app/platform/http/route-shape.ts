/**
 * What of an address may stand in the log: the shape of the route that it is (`/a/:token`), never anything of the address
 * itself; for one that we don't know for sure, "/…". However somebody writes an address, no token in it gets through.
 * @param shapes the paths of all routes, as app/routes.ts has them
 */
export function routeShapes(shapes: string[]): (path: string) => string {
  const known = shapes.map((shape) => ({ shape: `/${shape}`, parts: shape.split("/").filter(Boolean) }));
  // A named part wins over a free one: /g/:groupId/gatherings/new is not a gathering.
  known.sort((one, other) => free(one.parts) - free(other.parts));
  return (path) => {
    const parts = (path.split(/[?#]/)[0] ?? "").split("/").filter(Boolean);
    const found = known.find(
      (route) => route.parts.length === parts.length && route.parts.every((part, place) => fits(part, parts[place])),
    );
    return found?.shape ?? "/…";
  };
}

const free = (parts: string[]) => parts.filter((part) => part.startsWith(":")).length;
const fits = (part: string, given: string | undefined) => part.startsWith(":") || part === given?.toLowerCase();
