import { defineConfig } from "vitest/config";

const alias = { "~": new URL("./app", import.meta.url).pathname };
const shared = {
  alias,
  environment: "node" as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  setupFiles: ["test/setup.ts"],
  // Mails take their colours from here; all other style sheets are left out.
  css: { include: [/tokens\.css/] },
};
/** These start the built server (npm run build), each test file for itself. */
const built = {
  ...shared,
  globalSetup: ["test/migrated.ts"],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  fileParallelism: false,
  maxWorkers: 1,
};

/** Three projects: tests of the parts on a real database and mail server, of the whole server over HTTP, of what people see in a real browser. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: [
            "app/**/*.test.{ts,tsx}",
            "emails/**/*.test.{ts,tsx}",
            "test/{database,mail,policy,requests,census,words}/**/*.test.{ts,tsx}",
          ],
          globalSetup: ["test/migrated.ts"],
          server: { deps: { inline: ["rrule"] } },
        },
      },
      { extends: true, test: { ...built, name: "server", include: ["test/server/**/*.test.ts"] } },
      { extends: true, test: { ...built, name: "browser", include: ["test/e2e/**/*.test.ts"] } },
    ],
  },
});
