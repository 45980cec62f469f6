-- CreateTable
CREATE TABLE "Door" (
    "groupId" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "openedAt" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT
);

-- CreateTable
CREATE TABLE "WishToJoin" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "mail" TEXT,
    "word" TEXT NOT NULL,
    "proposedById" TEXT,
    "at" TEXT NOT NULL,
    "endedAt" TEXT,
    "memberId" TEXT,
    "byId" TEXT,
    "forId" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Door_tokenHash_key" ON "Door"("tokenHash");

-- CreateIndex
CREATE INDEX "WishToJoin_groupId_endedAt_idx" ON "WishToJoin"("groupId", "endedAt");

-- CreateIndex
CREATE INDEX "WishToJoin_endedAt_at_idx" ON "WishToJoin"("endedAt", "at");
