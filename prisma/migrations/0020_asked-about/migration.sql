-- CreateIndex
CREATE INDEX "MailLink_gatheringId_idx" ON "MailLink"("gatheringId");
