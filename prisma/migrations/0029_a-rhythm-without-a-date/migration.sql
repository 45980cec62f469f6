-- AlterTable
ALTER TABLE "DatePoll" ADD COLUMN "undatedId" TEXT;

-- AlterTable
ALTER TABLE "Gathering" ADD COLUMN "undatedId" TEXT;

-- CreateTable
CREATE TABLE "UndatedSeries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "timesAYear" INTEGER NOT NULL,
    "notIn" TEXT NOT NULL DEFAULT '',
    "since" TEXT NOT NULL,
    "endsOn" TEXT,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "notNowAt" TEXT,
    "askedFrom" TEXT,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "UndatedSeries_groupId_idx" ON "UndatedSeries"("groupId");

-- Who wants no mails about what is newly planned wants no mail that it is time to seek a day either.
INSERT OR IGNORE INTO "MailStop" ("memberId", "kind", "groupId", "at") SELECT "memberId", 'dayDue', "groupId", "at" FROM "MailStop" WHERE "kind" = 'gatheringPlanned';
