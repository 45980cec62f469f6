-- AlterTable
ALTER TABLE "Session" ADD COLUMN "actsIn" TEXT;
ALTER TABLE "Session" ADD COLUMN "actsUntil" TEXT;
