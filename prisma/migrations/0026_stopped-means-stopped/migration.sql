-- Who wants no mails about what is newly planned wants none of the kinds that came to it since.
INSERT OR IGNORE INTO "MailStop" ("memberId", "kind", "groupId", "at") SELECT "memberId", 'gatheringAsked', "groupId", "at" FROM "MailStop" WHERE "kind" = 'gatheringPlanned';
INSERT OR IGNORE INTO "MailStop" ("memberId", "kind", "groupId", "at") SELECT "memberId", 'dateSought', "groupId", "at" FROM "MailStop" WHERE "kind" = 'gatheringPlanned';
