-- CreateTable
CREATE TABLE "Closing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "word" TEXT NOT NULL,
    "inMemory" BOOLEAN NOT NULL,
    "reopenedAt" TEXT,
    "reopenedById" TEXT,
    "reopenedForId" TEXT
);

-- CreateTable
CREATE TABLE "LaterReader" (
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "chosenAt" TEXT NOT NULL,

    PRIMARY KEY ("groupId", "memberId")
);

-- CreateIndex
CREATE INDEX "Closing_groupId_at_idx" ON "Closing"("groupId", "at");

-- CreateIndex
CREATE INDEX "LaterReader_memberId_idx" ON "LaterReader"("memberId");
