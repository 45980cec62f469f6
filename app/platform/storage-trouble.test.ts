import { describe, expect, it } from "vitest";
import { storageTrouble } from "./storage-trouble";

const coded = (code: unknown) => Object.assign(new Error("it said no"), { code });

describe("What an error says of the disk", () => {
  it("is that another program holds the database for a moment", () => {
    for (const code of ["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "P1008", "P2028"])
      expect(storageTrouble(coded(code)), code).toBe("busy");
  });

  it("is that nothing can be saved there", () => {
    for (const end of ["FULL", "READONLY", "READONLY_DBMOVED", "IOERR_WRITE", "CANTOPEN", "CORRUPT", "NOTADB", "NOMEM", "PERM"])
      expect(storageTrouble(coded(`SQLITE_${end}`)), end).toBe("broken");
    for (const code of ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENFILE", "ENOENT"])
      expect(storageTrouble(coded(code)), code).toBe("broken");
  });

  it("stands where Prisma keeps what its driver said", () => {
    expect(storageTrouble({ cause: { originalCode: "SQLITE_FULL" } })).toBe("broken");
    expect(storageTrouble({ code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "SQLITE_BUSY" } } } })).toBe("busy");
    expect(storageTrouble({ meta: {} })).toBeNull();
    expect(storageTrouble({ meta: { driverAdapterError: {} } })).toBeNull();
  });

  it("stands in the words where there is no code", () => {
    const words = [
      "directory does not exist",
      "cannot start a transaction within a transaction",
      "cannot commit - no transaction is active",
    ];
    for (const said of words) expect(storageTrouble(new Error(said)), said).toBe("broken");
    expect(storageTrouble({ message: words[0] })).toBeNull();
  });

  it("is nothing when it is a fault of ours", () => {
    for (const code of ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "P2002", "P10081", "ENOENTRY", "XSQLITE_BUSY", "AN_EIO", 5, undefined])
      expect(storageTrouble(coded(code)), String(code)).toBeNull();
    for (const nothing of [null, undefined, "SQLITE_BUSY", 5]) expect(storageTrouble(nothing)).toBeNull();
  });
});
