-- DropIndex
DROP INDEX "Dream_groupId_idx";

-- DropIndex
DROP INDEX "Goal_groupId_idx";

-- DropIndex
DROP INDEX "Support_groupId_until_idx";

-- CreateIndex
CREATE INDEX "Dream_groupId_cameTrueAt_idx" ON "Dream"("groupId", "cameTrueAt");

-- CreateIndex
CREATE INDEX "Dream_groupId_letGoAt_idx" ON "Dream"("groupId", "letGoAt");

-- CreateIndex
CREATE INDEX "Goal_groupId_reachedAt_idx" ON "Goal"("groupId", "reachedAt");

-- CreateIndex
CREATE INDEX "Goal_groupId_letGoAt_idx" ON "Goal"("groupId", "letGoAt");

-- CreateIndex
CREATE INDEX "Support_groupId_until_id_idx" ON "Support"("groupId", "until", "id");
