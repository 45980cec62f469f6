import { join } from "node:path";
import { runCommand } from "./operating/running";
import { now } from "./platform/clock.server";
import { closeReader } from "./platform/query.server";
import { closeWriter } from "./platform/transaction.server";

process.umask(0o077);

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    now: now(),
    migrations: join(import.meta.dirname, "../../prisma/migrations"),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
} finally {
  closeReader();
  await closeWriter();
}
