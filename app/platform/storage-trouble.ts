/** "busy": another program holds the database for a moment. "broken": the disk is full, read-only, gone, or there are no descriptors left. */
export type StorageTrouble = "busy" | "broken";

const busy = /^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL|P1008$|P2028$)/;
const broken =
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM)|(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|EMFILE|ENFILE|ENOENT)$)/;
/** What is said without a code: by better-sqlite3 of a missing folder, by SQLite of a transaction that a full disk ended. */
const brokenWords = /directory does not exist|within a transaction|no transaction is active/;

/** What an error says of the disk under the database. @returns null when it says nothing of it: then it is a fault of ours */
export function storageTrouble(error: unknown): StorageTrouble | null {
  const codes = codesOf(error);
  if (codes.some((code) => busy.test(code))) return "busy";
  if (codes.some((code) => broken.test(code)) || (error instanceof Error && brokenWords.test(error.message))) return "broken";
  return null;
}

/** better-sqlite3 and Node say a code; Prisma keeps the code of its driver in the cause, or in `meta`. */
function codesOf(error: unknown): string[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, cause, meta } = error as { code?: unknown; cause?: unknown; meta?: { driverAdapterError?: { cause?: unknown } } };
  const original = (from: unknown) => (from as { originalCode?: unknown } | undefined)?.originalCode;
  return [code, original(cause), original(meta?.driverAdapterError?.cause)].filter((one) => typeof one === "string");
}
