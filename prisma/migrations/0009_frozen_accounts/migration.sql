-- AlterTable
ALTER TABLE "Account" ADD COLUMN "frozenAt" TEXT;
