-- CreateTable
CREATE TABLE "PrivateNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "PrivateNote_groupId_authorId_idx" ON "PrivateNote"("groupId", "authorId");

-- CreateIndex
CREATE INDEX "PrivateNote_authorId_idx" ON "PrivateNote"("authorId");
