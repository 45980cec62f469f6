-- AlterTable
ALTER TABLE "Gathering" ADD COLUMN "pauseId" TEXT;

-- CreateTable
CREATE TABLE "Pause" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "endedAt" TEXT
);

-- CreateIndex
CREATE INDEX "Pause_groupId_idx" ON "Pause"("groupId");
