-- AlterTable
ALTER TABLE "Series" ADD COLUMN "answerDays" INTEGER;
ALTER TABLE "Gathering" ADD COLUMN "answerDays" INTEGER;
