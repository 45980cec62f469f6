import { daysKept } from "../../app/platform/periods";

/**
 * What is known of a table: for how long a row stays, what erasing a group or a person does with it, whether it is in
 * what someone takes along, and for whom a row is.
 */
interface Filed {
  /** Days after its use; "until erased" for what people wrote. */
  kept: number | "until erased";
  erase: string;
  export: string;
  audience: string;
}

const stays = "until erased";

/** Every table, filed. A new table without an answer fails; what can be tried of an answer is tried in erasing.test.ts. */
export const filed: Record<string, Filed> = {
  Account: { kept: stays, erase: "with the person", export: "own", audience: "the person" },
  Session: { kept: daysKept.session, erase: "with the account (cascade)", export: "no: a way in", audience: "nobody" },
  KnownBrowser: { kept: daysKept.knownBrowser, erase: "with the account (cascade)", export: "no: a way in", audience: "nobody" },
  Passkey: { kept: stays, erase: "with the account (cascade)", export: "no: a way in", audience: "the person" },
  PasskeyChallenge: { kept: daysKept.passkeyChallenge, erase: "by its period", export: "no: a way in", audience: "nobody" },
  SignInCard: { kept: stays, erase: "with the group, and with the account (cascade)", export: "no: a way in", audience: "who may void it" },
  Feed: { kept: stays, erase: "with the group, and with the account (cascade)", export: "no: a way in", audience: "the person" },
  SignInCode: { kept: daysKept.signInCode, erase: "by its period", export: "no: a way in", audience: "nobody" },
  Organisation: { kept: stays, erase: "by the operator", export: "no", audience: "its staff" },
  Staff: { kept: stays, erase: "with the account", export: "own", audience: "its staff" },
  Group: { kept: stays, erase: "with the group", export: "yes", audience: "its members; staff see that it exists" },
  Phase: { kept: stays, erase: "with the group", export: "yes", audience: "members and staff" },
  Handover: { kept: stays, erase: "with the group", export: "yes", audience: "members and staff" },
  Closing: { kept: stays, erase: "with the group; own words with the person", export: "yes", audience: "members" },
  LaterReader: { kept: stays, erase: "with the group; with the person", export: "yes", audience: "central person and who acts for them" },
  Door: { kept: stays, erase: "with the group", export: "no: a way in", audience: "central person and who acts for them" },
  WishToJoin: {
    kept: daysKept.wishToJoin,
    erase: "with the group; with the person",
    export: "no: answered within a month",
    audience: "central person and who acts for them",
  },
  PrivateNote: {
    kept: stays,
    erase: "with the group; with the person",
    export: "own",
    audience: "its author; the central person knows that it is there",
  },
  Member: { kept: stays, erase: "with the group; becomes somebody with the person", export: "yes", audience: "members" },
  Membership: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  Assistance: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  Invitation: { kept: stays, erase: "with the group", export: "no: a way in", audience: "who may invite" },
  Series: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  SeriesChange: {
    kept: daysKept.seriesChange,
    erase: "with the group, and with the series (cascade)",
    export: "no: how it was for a while",
    audience: "who may plan",
  },
  UndatedSeries: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  Pause: { kept: stays, erase: "with the group", export: "no: the story tells of it", audience: "members" },
  Gathering: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  Response: {
    kept: stays,
    erase: "with the group; own words with the person",
    export: "yes",
    audience: "members; words not for professionals",
  },
  StandingAnswer: { kept: stays, erase: "with the group; when they leave", export: "yes", audience: "members" },
  Lift: { kept: stays, erase: "with the group; own words with the person", export: "yes", audience: "network" },
  Car: { kept: stays, erase: "with the group; own words with the person", export: "yes", audience: "network" },
  Bringing: { kept: stays, erase: "with the group; own lines with the person", export: "yes", audience: "network" },
  DatePoll: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  PollOption: { kept: stays, erase: "with the group", export: "yes", audience: "members" },
  PollAnswer: {
    kept: stays,
    erase: "with the group; own words with the person",
    export: "yes",
    audience: "members; words not for professionals",
  },
  Entry: {
    kept: stays,
    erase: "with the group; its writer becomes somebody with the person",
    export: "what the taker may see",
    audience: "its own column",
  },
  ForWhom: { kept: stays, erase: "with the group", export: "yes", audience: "central person and who acts for them" },
  Dream: { kept: stays, erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Goal: { kept: stays, erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Action: { kept: stays, erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  ActionMember: { kept: stays, erase: "with its action (cascade)", export: "with its action", audience: "its action's entry" },
  Support: { kept: stays, erase: "with its entry (cascade)", export: "with its entry", audience: "its entry" },
  Photo: { kept: stays, erase: "with the group, files too", export: "yes, files too", audience: "members" },
  StoryLine: {
    kept: stays,
    erase: "with its entry (cascade), else with the group",
    export: "what the taker may see",
    audience: "its entry's of now, else its own",
  },
  Look: {
    kept: daysKept.look,
    erase: "with the group; with the person",
    export: "no: days, told on its page",
    audience: "the central person",
  },
  MailLink: { kept: daysKept.mailLink, erase: "with the group", export: "no: a way in", audience: "nobody" },
  MailStop: { kept: stays, erase: "with the group", export: "own", audience: "the member" },
  ReminderWish: { kept: stays, erase: "with the group; with the person", export: "own", audience: "the member" },
  Reminder: {
    kept: daysKept.mail,
    erase: "with the group; with the person",
    export: "no: days that the story tells of",
    audience: "nobody",
  },
  Digest: {
    kept: daysKept.digest,
    erase: "with the group; with the person",
    export: "no: whether a mail went",
    audience: "nobody",
  },
  OutboxMail: { kept: daysKept.mail, erase: "with the group; content once sent", export: "no", audience: "its recipient" },
  UnreachedAddress: {
    kept: stays,
    erase: "with the person; by a chore once nobody has the address",
    export: "no: what mail servers said of an address",
    audience: "nobody; that it is so, who may reach the member",
  },
  Pulse: { kept: stays, erase: "never: one row without content", export: "no", audience: "nobody" },
  FormKey: { kept: daysKept.formKey, erase: "by its period", export: "no", audience: "nobody" },
};
