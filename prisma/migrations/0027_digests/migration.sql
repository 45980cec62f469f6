-- CreateTable
CREATE TABLE "Digest" (
    "memberId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("memberId", "month")
);

-- CreateIndex
CREATE INDEX "Digest_groupId_month_idx" ON "Digest"("groupId", "month");

-- CreateIndex
CREATE INDEX "Digest_at_idx" ON "Digest"("at");
