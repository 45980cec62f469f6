-- CreateTable
CREATE TABLE "SeriesChange" (
    "seriesId" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "endedId" TEXT,
    "was" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    CONSTRAINT "SeriesChange_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SeriesChange_groupId_idx" ON "SeriesChange"("groupId");
