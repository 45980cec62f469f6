import { join } from "node:path";
import { parseArgs } from "node:util";
import { createOrganisation } from "./operating/creating-an-organisation.server";
import { createStaff } from "./operating/creating-staff.server";
import { now } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { migrate } from "./platform/migrating.server";
import { stopReading } from "./platform/reading.server";
import { stopWriting } from "./platform/writing.server";
import { seedDemo } from "./seeding/demo.server";

const help = `Kring, for whoever runs it. Works on the same data as the server (DATA_DIR, DATABASE_URL).

  create-organisation --name "Plan vzw"                              an organisation that starts circles
  create-staff --organisation "Plan vzw" --mail x@y.be --name Sofie  somebody on its staff
  seed --demo                                                        Jan's circle, to look around in
  help                                                               this page
`;

const commands: Record<string, (options: Record<string, string | boolean | undefined>) => Promise<string>> = {
  help: async () => help,
  "create-organisation": async ({ name }) => createOrganisation(String(name ?? ""), now()),
  "create-staff": async ({ organisation, mail, name }) =>
    createStaff({ organisation: String(organisation ?? ""), mail: String(mail ?? ""), name: String(name ?? "") }, now()),
  seed: async ({ demo }) => {
    if (!demo) throw new Error("seed needs --demo");
    const { made } = await seedDemo(now());
    return made ? "Jan's circle was made.\n" : "Jan's circle is there already.\n";
  },
};

const [name = "help", ...rest] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new Error(`There is no command "${name}".\n\n${help}`);
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: rest, options: { name: text, organisation: text, mail: text, demo: { type: "boolean" } } });
  if (name !== "help") migrate(config().database, join(import.meta.dirname, "../../prisma/migrations"));
  process.stdout.write(await command(values));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  stopReading();
  await stopWriting();
}
