import { defineConfig } from "vitest/config";

const alias = { "~": new URL("./app", import.meta.url).pathname };

/** By folder, the tests that are about what is in it, and try behaviour in this process. */
const tests: Record<string, string[]> = {
  policy: ["app/policy", "test/policy", "test/database"],
  accounts: ["app/accounts", "test/requests", "test/mail/order", "test/database/{signing-in,forgetting,clock-set-back}"],
  forms: ["app/forms", "test/requests", "test/database/forgetting"],
  mail: ["app/mail", "test/mail", "test/database/forgetting"],
  // Without test/database/held-too-long, which waits as long as an act does for a database that somebody else holds.
  platform: [
    "app/platform",
    "test/requests",
    "test/database/{migrating,line-of-writers,forgetting,periods,disk-trouble,health,reading-and-writing}",
  ],
};
const folder = process.env.KRING_MUTANTS ?? "policy";

export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    environment: "node",
    css: { include: [/tokens\.css/] },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/migrated.ts"],
    include: (tests[folder] ?? []).flatMap((path) => [`${path}/**/*.test.{ts,tsx}`, `${path}.test.ts`]),
    exclude: ["test/database/seeding.test.ts"],
    server: { deps: { inline: ["rrule"] } },
  },
});
