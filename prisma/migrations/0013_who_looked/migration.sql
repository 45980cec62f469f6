-- CreateTable
CREATE TABLE "Look" (
    "groupId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "page" TEXT NOT NULL,

    PRIMARY KEY ("groupId", "day", "memberId", "page")
);

-- CreateIndex
CREATE INDEX "Look_day_idx" ON "Look"("day");

-- CreateIndex
CREATE INDEX "Look_memberId_idx" ON "Look"("memberId");
