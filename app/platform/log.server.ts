import pino from "pino";

/**
 * One line of JSON per thing that happened, without personal data: no names, addresses, texts, tokens or full paths
 * of links from mails (docs/operating.md says what is in a line).
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: {
    error: (error: unknown) => (error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error)),
  },
});
