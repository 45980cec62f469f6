-- AlterTable
ALTER TABLE "MailLink" ADD COLUMN "pollId" TEXT;

-- CreateTable
CREATE TABLE "DatePoll" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "answerUntil" TEXT,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "endedAt" TEXT,
    "endedById" TEXT,
    "endedForId" TEXT
);

-- CreateTable
CREATE TABLE "PollOption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "startLocal" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "gatheringId" TEXT,
    CONSTRAINT "PollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "DatePoll" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PollAnswer" (
    "optionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,

    PRIMARY KEY ("optionId", "memberId"),
    CONSTRAINT "PollAnswer_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "PollOption" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DatePoll_groupId_endedAt_idx" ON "DatePoll"("groupId", "endedAt");

-- CreateIndex
CREATE INDEX "PollOption_groupId_idx" ON "PollOption"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_startLocal_key" ON "PollOption"("pollId", "startLocal");

-- CreateIndex
CREATE INDEX "PollAnswer_groupId_idx" ON "PollAnswer"("groupId");

-- CreateIndex
CREATE INDEX "PollAnswer_memberId_idx" ON "PollAnswer"("memberId");

-- CreateIndex
CREATE INDEX "MailLink_pollId_idx" ON "MailLink"("pollId");
