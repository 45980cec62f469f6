-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "gatheringId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "forLocal" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "standing" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Response_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- What was answered since its gathering last went elsewhere in time, was for where that is now; for which moment the rest was, is not known.
INSERT INTO "new_Response" ("answer", "at", "byId", "forLocal", "gatheringId", "groupId", "id", "memberId", "standing", "word")
  SELECT r."answer", r."at", r."byId", CASE WHEN r."at" >= coalesce(g."movedAt", '') THEN g."startLocal" ELSE '' END, r."gatheringId", r."groupId", r."id", r."memberId", r."standing", r."word"
  FROM "Response" r JOIN "Gathering" g ON g."id" = r."gatheringId";
DROP TABLE "Response";
ALTER TABLE "new_Response" RENAME TO "Response";
CREATE INDEX "Response_groupId_idx" ON "Response"("groupId");
CREATE UNIQUE INDEX "Response_gatheringId_memberId_key" ON "Response"("gatheringId", "memberId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
