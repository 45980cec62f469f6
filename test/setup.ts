import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, vi } from "vitest";
import { complaints, listenTo } from "./complaints";

// Before any of our modules reads its configuration: a folder for this test file alone.
const folder = mkdtempSync(join(tmpdir(), "kring-test-"));
process.env.DATA_DIR = folder;
process.env.APP_URL = "http://localhost:3000";
delete process.env.DATABASE_URL;
delete process.env.SMTP_URL;

const { log } = await import("../app/platform/log.server");
const logged = vi.spyOn(log, "error");
// React says here what it does not like about a mail that is drawn.
const drawn = vi.spyOn(console, "error");

for (const spy of [logged, drawn])
  listenTo(() => {
    const calls = spy.mock.calls.map((call) => call.map(inWords).join(" "));
    spy.mockClear();
    return calls;
  });

afterEach(() => {
  const found = complaints();
  if (found.length > 0) throw new Error(`Logged as an error, and no test asked for it:\n${found.join("\n")}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inWords(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part);
  return JSON.stringify(part, (_, value) => (value instanceof Error ? `${value.name}: ${value.message}` : value));
}
