-- AlterTable
ALTER TABLE "Group" ADD COLUMN "erasesAt" TEXT;

-- CreateIndex
CREATE INDEX "Group_erasesAt_idx" ON "Group"("erasesAt");
