-- AlterTable
ALTER TABLE "FormKey" ADD COLUMN "content" TEXT NOT NULL DEFAULT '';
