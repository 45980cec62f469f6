// The same app with forty routes more, as there will be: to see that a page and a write don't pay for the others.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const more = 40;

/** Builds it in a folder of its own. @returns the built server */
export function withMoreRoutes(root, folder) {
  const place = join(folder, "more-routes");
  mkdirSync(place);
  for (const name of ["app", "emails", "public", "prisma", "package.json", "tsconfig.json", "vite.config.ts", "remix.config.js"])
    cpSync(join(root, name), join(place, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  const table = join(place, "app/routes.ts");
  const extra = Array.from({ length: more }, (_, place) => {
    const id = `routes/system/more-${place}`;
    writeFileSync(join(folder, `more-routes/app/${id}.ts`), 'export { loader } from "./nothing";\n');
    return `  route("g/:groupId/more-${place}/:id", "${id}.ts"),`;
  });
  writeFileSync(table, readFileSync(table, "utf8").replace('  route("dev/ui"', `${extra.join("\n")}\n  route("dev/ui"`));
  for (const args of [["build"], ["build", "--ssr"]]) {
    const { status, stderr } = spawnSync(join(root, "node_modules/.bin/vite"), [...args, "--logLevel", "error"], {
      cwd: place,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", KRING_BUILD: join(place, "build") },
    });
    if (status !== 0) throw new Error(`the app with more routes could not be built:\n${stderr}`);
  }
  return join(place, "build/server/server.js");
}
