-- CreateTable
CREATE TABLE "StandingAnswer" (
    "seriesId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,

    PRIMARY KEY ("seriesId", "memberId"),
    CONSTRAINT "StandingAnswer_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "StandingAnswer_groupId_idx" ON "StandingAnswer"("groupId");

-- AlterTable
ALTER TABLE "Response" ADD COLUMN "standing" BOOLEAN NOT NULL DEFAULT false;
