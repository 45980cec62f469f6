-- CreateTable
CREATE TABLE "ForWhom" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "byId" TEXT NOT NULL,
    "forId" TEXT
);

-- CreateIndex
CREATE INDEX "ForWhom_groupId_idx" ON "ForWhom"("groupId");

-- By hand, as in 0004: of what has no end, a group has one for each kind.
CREATE UNIQUE INDEX "ForWhom_open" ON "ForWhom"("groupId", "kind") WHERE "until" IS NULL;
