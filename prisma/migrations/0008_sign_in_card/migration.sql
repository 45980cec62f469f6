-- AlterTable
ALTER TABLE "Session" ADD COLUMN "cardId" TEXT;

-- CreateTable
CREATE TABLE "SignInCard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "madeAt" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "expiresAt" TEXT NOT NULL,
    "voidedAt" TEXT,
    "usedAt" TEXT,
    CONSTRAINT "SignInCard_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SignInCard_tokenHash_key" ON "SignInCard"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInCard_groupId_memberId_idx" ON "SignInCard"("groupId", "memberId");

-- CreateIndex
CREATE INDEX "SignInCard_accountId_idx" ON "SignInCard"("accountId");
