-- AlterTable
ALTER TABLE "Gathering" ADD COLUMN "nudgedAt" TEXT;
