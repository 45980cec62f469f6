-- CreateTable
CREATE TABLE "UnreachedAddress" (
    "mail" TEXT NOT NULL PRIMARY KEY,
    "firstAt" TEXT NOT NULL,
    "since" TEXT
);
