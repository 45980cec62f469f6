/** Every table that holds rows of a group, in an order in which nothing points at what is gone. test/census compares it with what is filed. */
export const tablesOfAGroup = [
  ...(["Response", "Gathering", "Series", "ActionMember", "StoryLine", "Dream", "Goal", "Action", "Support", "Entry", "ForWhom"] as const),
  ...([
    "Photo",
    "Invitation",
    "SignInCard",
    "Feed",
    "MailLink",
    "MailStop",
    "OutboxMail",
    "Look",
    "LaterReader",
    "PrivateNote",
    "Door",
    "WishToJoin",
    "Assistance",
    "Membership",
    "Member",
  ] as const),
  ...(["Closing", "Handover", "Phase", "Group"] as const),
] as const;
