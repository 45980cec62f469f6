/** Something the operator has to do differently: said in words, without a stack, and the program ends with 1. */
export class Mistake extends Error {}

const words: Record<string, string> = {
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  EROFS: "is read-only",
  ENOSPC: "is on a full disk",
  ENOTDIR: "is no folder",
  EEXIST: "is no folder",
  SQLITE_CANTOPEN: "can't be opened or made",
  SQLITE_READONLY: "is read-only",
  SQLITE_FULL: "is on a full disk",
  SQLITE_NOTADB: "is no database",
  SQLITE_CORRUPT: "is damaged: restore a backup (npm run kring -- restore)",
  SQLITE_BUSY: "is locked by another program",
};

/**
 * What to tell the operator when a file or the disk refused.
 * @param what the file or folder that it was about
 * @returns null when it is something else: a fault of ours
 */
export function mistakeOf(error: unknown, what: string): Mistake | null {
  if (error instanceof Mistake) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = words[code] ?? words[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ""];
  return said ? new Mistake(`${what} ${said}.`) : null;
}
