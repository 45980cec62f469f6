-- A story line about an entry goes with it and follows its audience: what it says of its own is for nobody else.
-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_StoryLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "forId" TEXT,
    "forName" TEXT,
    "entryId" TEXT,
    "gatheringId" TEXT,
    "memberId" TEXT,
    "audience" TEXT NOT NULL DEFAULT 'me',
    "detail" TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT "StoryLine_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_StoryLine" ("at", "audience", "byId", "byName", "detail", "entryId", "forId", "forName", "gatheringId", "groupId", "id", "kind", "memberId")
SELECT "at", CASE WHEN "entryId" IS NULL THEN "audience" ELSE 'me' END, "byId", "byName", "detail", "entryId", "forId", "forName", "gatheringId", "groupId", "id", "kind", "memberId"
FROM "StoryLine" WHERE "entryId" IS NULL OR "entryId" IN (SELECT "id" FROM "Entry");
DROP TABLE "StoryLine";
ALTER TABLE "new_StoryLine" RENAME TO "StoryLine";
CREATE INDEX "StoryLine_groupId_at_idx" ON "StoryLine"("groupId", "at");
CREATE INDEX "StoryLine_entryId_idx" ON "StoryLine"("entryId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- By hand, since the schema of Prisma has no partial indexes (scripts/migration.mjs leaves them alone, test/database/periods.test.ts knows them):
-- of what has no end, a member has one membership, a group one central person, and two people one assistance.
CREATE UNIQUE INDEX "Membership_open" ON "Membership"("memberId") WHERE "until" IS NULL;
CREATE UNIQUE INDEX "Membership_central_open" ON "Membership"("groupId") WHERE "role" = 'central' AND "until" IS NULL;
CREATE UNIQUE INDEX "Assistance_open" ON "Assistance"("assistantId", "forId") WHERE "until" IS NULL;
