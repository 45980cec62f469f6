-- AlterTable
ALTER TABLE "Member" ADD COLUMN "zone" TEXT;
