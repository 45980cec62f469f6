import pino from "pino";

/** Lines are handed over together, when there are enough of them or at the latest after so many milliseconds. */
const out = pino.destination({ fd: 1, sync: true, minLength: 4096, periodicFlush: 500 });

/**
 * One line of JSON per thing that happened, without personal data: no names, addresses, texts, tokens or full paths
 * of links from mails (docs/operating.md says what is in a line).
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      error: (error: unknown) =>
        error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error),
    },
    hooks: {
      // What went wrong may be the last thing that this process says.
      logMethod(args, method, level) {
        method.apply(this, args);
        if (level >= urgent) out.flushSync();
      },
    },
  },
  out,
);
const urgent = pino.levels.values.error ?? 50;

process.on("exit", () => out.flushSync());
