-- CreateTable
CREATE TABLE "ReminderWish" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Reminder" (
    "gatheringId" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("gatheringId", "startsAt", "memberId", "lead")
);

-- CreateIndex
CREATE INDEX "ReminderWish_groupId_idx" ON "ReminderWish"("groupId");

-- CreateIndex
CREATE INDEX "Reminder_groupId_idx" ON "Reminder"("groupId");

-- CreateIndex
CREATE INDEX "Reminder_startsAt_idx" ON "Reminder"("startsAt");

-- CreateIndex
CREATE INDEX "Reminder_memberId_idx" ON "Reminder"("memberId");

-- CreateIndex
CREATE INDEX "Gathering_startsAt_idx" ON "Gathering"("startsAt");
