import { defineConfig } from "prisma/config";

/** Only `prisma generate` reads this; migrations are applied by app/platform/migrating.server.ts. */
export default defineConfig({ schema: "prisma/schema.prisma" });
