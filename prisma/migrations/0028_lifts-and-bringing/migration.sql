-- CreateTable
CREATE TABLE "Lift" (
    "gatheringId" TEXT NOT NULL,
    "riderId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "driverId" TEXT,
    "takenById" TEXT,
    "sought" BOOLEAN NOT NULL DEFAULT true,

    PRIMARY KEY ("gatheringId", "riderId"),
    CONSTRAINT "Lift_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Car" (
    "gatheringId" TEXT NOT NULL,
    "driverId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,

    PRIMARY KEY ("gatheringId", "driverId"),
    CONSTRAINT "Car_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Bringing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "gatheringId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "askedById" TEXT,
    "askedForId" TEXT,
    "memberId" TEXT,
    "saidById" TEXT,
    CONSTRAINT "Bringing_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Lift_groupId_idx" ON "Lift"("groupId");

-- CreateIndex
CREATE INDEX "Lift_riderId_idx" ON "Lift"("riderId");

-- CreateIndex
CREATE INDEX "Lift_driverId_idx" ON "Lift"("driverId");

-- CreateIndex
CREATE INDEX "Car_groupId_idx" ON "Car"("groupId");

-- CreateIndex
CREATE INDEX "Car_driverId_idx" ON "Car"("driverId");

-- CreateIndex
CREATE INDEX "Bringing_groupId_idx" ON "Bringing"("groupId");

-- CreateIndex
CREATE INDEX "Bringing_gatheringId_idx" ON "Bringing"("gatheringId");

-- CreateIndex
CREATE INDEX "Bringing_memberId_idx" ON "Bringing"("memberId");
