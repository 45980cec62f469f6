-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mail" TEXT,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "operatorSince" TEXT,
    "createdAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignInCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mail" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    CONSTRAINT "Staff_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Staff_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "zone" TEXT NOT NULL DEFAULT 'Europe/Brussels',
    "language" TEXT NOT NULL DEFAULT 'nl',
    "organisationId" TEXT,
    "startedById" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "closedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Group_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    CONSTRAINT "Phase_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "toId" TEXT
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "accountId" TEXT,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL DEFAULT '',
    "mail" TEXT,
    "hue" INTEGER NOT NULL,
    "photoId" TEXT,
    "createdAt" TEXT NOT NULL,
    "seenAt" TEXT,
    "seenBeforeAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Member_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "ring" TEXT,
    "capacity" TEXT,
    "function" TEXT,
    "service" TEXT,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "byId" TEXT,
    "forId" TEXT,
    CONSTRAINT "Membership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assistance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "assistantId" TEXT NOT NULL,
    "forId" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "namedById" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT,
    "withdrawnAt" TEXT
);

-- CreateTable
CREATE TABLE "Series" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "firstLocal" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "endsOn" TEXT,
    "followsId" TEXT,
    "filledTo" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Gathering" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "seriesId" TEXT,
    "slotLocal" TEXT,
    "startLocal" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "cancelledAt" TEXT,
    "cancelledById" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Gathering_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "gatheringId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    CONSTRAINT "Response_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Dream" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "cameTrueAt" TEXT,
    "letGoAt" TEXT,
    CONSTRAINT "Dream_id_fkey" FOREIGN KEY ("id") REFERENCES "Entry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "dreamId" TEXT,
    "text" TEXT NOT NULL,
    "reachedAt" TEXT,
    "letGoAt" TEXT,
    CONSTRAINT "Goal_id_fkey" FOREIGN KEY ("id") REFERENCES "Entry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "goalId" TEXT,
    "text" TEXT NOT NULL,
    "dueOn" TEXT,
    "doneAt" TEXT,
    "doneById" TEXT,
    "letGoAt" TEXT,
    CONSTRAINT "Action_id_fkey" FOREIGN KEY ("id") REFERENCES "Entry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionMember" (
    "actionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,

    PRIMARY KEY ("actionId", "memberId"),
    CONSTRAINT "ActionMember_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Support" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT,
    "service" TEXT,
    "what" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "paid" BOOLEAN NOT NULL DEFAULT false,
    "since" TEXT NOT NULL,
    "until" TEXT,
    CONSTRAINT "Support_id_fkey" FOREIGN KEY ("id") REFERENCES "Entry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Photo" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "forId" TEXT,
    "createdAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "StoryLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "forId" TEXT,
    "forName" TEXT,
    "entryId" TEXT,
    "gatheringId" TEXT,
    "memberId" TEXT,
    "audience" TEXT NOT NULL DEFAULT 'everyone',
    "detail" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "MailLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "gatheringId" TEXT,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT
);

-- CreateTable
CREATE TABLE "MailStop" (
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("memberId", "kind")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dedupeKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "groupId" TEXT,
    "memberId" TEXT,
    "toMail" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TEXT NOT NULL,
    "claimedAt" TEXT,
    "messageId" TEXT NOT NULL,
    "message" TEXT,
    "reason" TEXT,
    "createdAt" TEXT NOT NULL,
    "endedAt" TEXT
);

-- CreateTable
CREATE TABLE "FormKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "whose" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_mail_key" ON "Account"("mail");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInCode_linkHash_key" ON "SignInCode"("linkHash");

-- CreateIndex
CREATE INDEX "SignInCode_mail_createdAt_idx" ON "SignInCode"("mail", "createdAt");

-- CreateIndex
CREATE INDEX "Staff_accountId_idx" ON "Staff"("accountId");

-- CreateIndex
CREATE INDEX "Staff_organisationId_idx" ON "Staff"("organisationId");

-- CreateIndex
CREATE INDEX "Group_organisationId_idx" ON "Group"("organisationId");

-- CreateIndex
CREATE INDEX "Phase_groupId_since_idx" ON "Phase"("groupId", "since");

-- CreateIndex
CREATE INDEX "Handover_groupId_idx" ON "Handover"("groupId");

-- CreateIndex
CREATE INDEX "Member_accountId_idx" ON "Member"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_groupId_accountId_key" ON "Member"("groupId", "accountId");

-- CreateIndex
CREATE INDEX "Membership_groupId_until_idx" ON "Membership"("groupId", "until");

-- CreateIndex
CREATE INDEX "Membership_memberId_idx" ON "Membership"("memberId");

-- CreateIndex
CREATE INDEX "Assistance_groupId_idx" ON "Assistance"("groupId");

-- CreateIndex
CREATE INDEX "Assistance_assistantId_idx" ON "Assistance"("assistantId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_groupId_memberId_idx" ON "Invitation"("groupId", "memberId");

-- CreateIndex
CREATE INDEX "Series_groupId_idx" ON "Series"("groupId");

-- CreateIndex
CREATE INDEX "Series_filledTo_idx" ON "Series"("filledTo");

-- CreateIndex
CREATE INDEX "Gathering_groupId_startsAt_idx" ON "Gathering"("groupId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Gathering_seriesId_slotLocal_key" ON "Gathering"("seriesId", "slotLocal");

-- CreateIndex
CREATE INDEX "Response_groupId_idx" ON "Response"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Response_gatheringId_memberId_key" ON "Response"("gatheringId", "memberId");

-- CreateIndex
CREATE INDEX "Entry_groupId_kind_idx" ON "Entry"("groupId", "kind");

-- CreateIndex
CREATE INDEX "Entry_authorId_idx" ON "Entry"("authorId");

-- CreateIndex
CREATE INDEX "Dream_groupId_idx" ON "Dream"("groupId");

-- CreateIndex
CREATE INDEX "Goal_groupId_idx" ON "Goal"("groupId");

-- CreateIndex
CREATE INDEX "Goal_dreamId_idx" ON "Goal"("dreamId");

-- CreateIndex
CREATE INDEX "Action_groupId_doneAt_idx" ON "Action"("groupId", "doneAt");

-- CreateIndex
CREATE INDEX "Action_goalId_idx" ON "Action"("goalId");

-- CreateIndex
CREATE INDEX "ActionMember_memberId_idx" ON "ActionMember"("memberId");

-- CreateIndex
CREATE INDEX "Support_groupId_until_idx" ON "Support"("groupId", "until");

-- CreateIndex
CREATE INDEX "Photo_groupId_idx" ON "Photo"("groupId");

-- CreateIndex
CREATE INDEX "Photo_hash_idx" ON "Photo"("hash");

-- CreateIndex
CREATE INDEX "StoryLine_groupId_at_idx" ON "StoryLine"("groupId", "at");

-- CreateIndex
CREATE INDEX "StoryLine_entryId_idx" ON "StoryLine"("entryId");

-- CreateIndex
CREATE INDEX "MailLink_memberId_idx" ON "MailLink"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_dedupeKey_key" ON "OutboxMail"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMail_state_dueAt_idx" ON "OutboxMail"("state", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMail_toMail_state_idx" ON "OutboxMail"("toMail", "state");

-- CreateIndex
CREATE INDEX "OutboxMail_memberId_createdAt_idx" ON "OutboxMail"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "FormKey_createdAt_idx" ON "FormKey"("createdAt");
