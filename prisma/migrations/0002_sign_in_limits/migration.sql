-- CreateTable
CREATE TABLE "KnownBrowser" (
    "browser" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("browser", "accountId"),
    CONSTRAINT "KnownBrowser_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pulse" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_SignInCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mail" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "browser" TEXT NOT NULL DEFAULT '',
    "next" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT
);
INSERT INTO "new_SignInCode" ("codeHash", "createdAt", "expiresAt", "id", "language", "linkHash", "mail", "next", "tries", "usedAt") SELECT "codeHash", "createdAt", "expiresAt", "id", "language", "linkHash", "mail", "next", "tries", "usedAt" FROM "SignInCode";
DROP TABLE "SignInCode";
ALTER TABLE "new_SignInCode" RENAME TO "SignInCode";
CREATE UNIQUE INDEX "SignInCode_linkHash_key" ON "SignInCode"("linkHash");
CREATE INDEX "SignInCode_mail_createdAt_idx" ON "SignInCode"("mail", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "KnownBrowser_accountId_idx" ON "KnownBrowser"("accountId");
