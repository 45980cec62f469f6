import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, vi } from "vitest";

// Before any of our modules reads its configuration: a folder for this test file alone.
const folder = mkdtempSync(join(tmpdir(), "kring-test-"));
process.env.DATA_DIR = folder;
process.env.APP_URL = "http://localhost:3000";
delete process.env.DATABASE_URL;
delete process.env.SMTP_URL;

const complained = vi.spyOn(console, "error");

afterEach(() => {
  const calls = complained.mock.calls.map((call) => String(call[0]));
  complained.mockClear();
  if (calls.length > 0) throw new Error(`console.error was called: ${calls.join("\n")}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
