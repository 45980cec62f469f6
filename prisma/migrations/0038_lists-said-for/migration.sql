-- For which moment a lift, a car and what somebody brings were said, as it is known of answers.
ALTER TABLE "Lift" ADD COLUMN "forLocal" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Car" ADD COLUMN "forLocal" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Bringing" ADD COLUMN "forLocal" TEXT NOT NULL DEFAULT '';
UPDATE "Lift" SET "forLocal" = g."startLocal" FROM "Gathering" g WHERE g."id" = "Lift"."gatheringId" AND "Lift"."at" >= coalesce(g."movedAt", '');
UPDATE "Car" SET "forLocal" = g."startLocal" FROM "Gathering" g WHERE g."id" = "Car"."gatheringId" AND "Car"."at" >= coalesce(g."movedAt", '');
UPDATE "Bringing" SET "forLocal" = g."startLocal" FROM "Gathering" g WHERE g."id" = "Bringing"."gatheringId" AND "Bringing"."at" >= coalesce(g."movedAt", '');
