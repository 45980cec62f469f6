import { defineConfig } from "vitest/config";

const alias = { "~": new URL("./app", import.meta.url).pathname };

/** For `npm run mutants`: the tests that try behaviour in this process, without those that read the source as text. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/migrated.ts"],
    include: ["app/{policy,accounts,mail,forms,platform}/**/*.test.ts", "test/{database,mail,policy,requests}/**/*.test.ts"],
    exclude: ["test/database/seeding.test.ts"],
    server: { deps: { inline: ["rrule"] } },
  },
});
