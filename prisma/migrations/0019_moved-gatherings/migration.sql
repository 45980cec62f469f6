-- AlterTable
ALTER TABLE "Gathering" ADD COLUMN "movedAt" TEXT;
