-- AlterTable
ALTER TABLE "Gathering" ADD COLUMN "changedAt" TEXT;

-- AlterTable
ALTER TABLE "Series" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Series" ADD COLUMN "changedAt" TEXT;

-- CreateTable
CREATE TABLE "Feed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "groupId" TEXT,
    "tokenHash" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "alarm" INTEGER,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "Feed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Feed_tokenHash_key" ON "Feed"("tokenHash");

-- CreateIndex
CREATE INDEX "Feed_accountId_idx" ON "Feed"("accountId");

-- CreateIndex
CREATE INDEX "Feed_groupId_idx" ON "Feed"("groupId");
