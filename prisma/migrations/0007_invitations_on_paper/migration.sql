-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "reportedAt" TEXT;
ALTER TABLE "Invitation" ADD COLUMN "way" TEXT NOT NULL DEFAULT 'mail';
