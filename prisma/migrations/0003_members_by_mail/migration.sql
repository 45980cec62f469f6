-- CreateIndex
CREATE INDEX "Member_mail_idx" ON "Member"("mail");
