import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { config } from "../../app/platform/config.server";
import { freshDatabase } from "../database";

/** What must be found without walking through a table that grows for twenty years, and what there can be but one of. */
const lookedUp: [table: string, columns: string, why: string][] = [
  ["Session", "accountId", "the sessions of somebody"],
  ["Passkey", "accountId", "the passkeys of somebody"],
  ["MailLink", "gatheringId", "whether somebody was asked about a gathering"],
  ["MailLink", "pollId", "who was asked when they can"],
  ["Lift", "groupId", "the lifts of a circle"],
  ["Lift", "riderId", "the lifts of who comes no more"],
  ["Lift", "driverId", "whom they would take along"],
  ["Car", "groupId", "the cars of a circle"],
  ["Car", "driverId", "the cars of who comes no more"],
  ["Bringing", "groupId", "what is brought in a circle"],
  ["Bringing", "gatheringId", "what is brought to a gathering"],
  ["Bringing", "memberId", "what who comes no more would bring"],
  ["DatePoll", "groupId, endedAt", "the dates that a circle seeks"],
  ["PollOption", "groupId", "the moments of a circle"],
  ["PollOption", "pollId, startLocal", "the moments of a poll"],
  ["PollAnswer", "groupId", "what was said of them in a circle"],
  ["PollAnswer", "memberId", "what somebody said of them"],
  ["Pause", "groupId", "whether a circle meets for a while"],
  ["Feed", "accountId", "the calendars of somebody"],
  ["Feed", "groupId", "the calendars of a circle, when it is erased"],
  ["PasskeyChallenge", "expiresAt", "the challenges that are too old"],
  ["SignInCard", "groupId, memberId", "the card of somebody"],
  ["SignInCard", "accountId", "the cards of an account"],
  ["SignInCode", "mail, createdAt", "what was asked for an address"],
  ["Staff", "accountId", "the organisations of somebody"],
  ["Staff", "organisationId", "the staff of an organisation"],
  ["Group", "organisationId", "the circles of an organisation"],
  ["Group", "erasesAt", "the circles that are to be erased"],
  ["Phase", "groupId, since", "the phase that a circle is in"],
  ["Handover", "groupId", "whether it was handed over"],
  ["Closing", "groupId, at", "how a circle was closed"],
  ["LaterReader", "groupId, memberId", "who may go on reading"],
  ["LaterReader", "memberId", "what was chosen of somebody"],
  ["WishToJoin", "groupId, endedAt", "who would like to join"],
  ["WishToJoin", "endedAt, at", "the wishes that are too old"],
  ["PrivateNote", "groupId, authorId", "the notes of somebody"],
  ["PrivateNote", "authorId", "all notes of somebody"],
  ["Member", "accountId", "the circles of somebody"],
  ["Membership", "groupId, until", "who is in a circle now"],
  ["Membership", "memberId", "what somebody is in it"],
  ["Assistance", "groupId", "who acts for somebody"],
  ["Assistance", "assistantId", "for whom somebody acts"],
  ["Invitation", "groupId, memberId", "the invitations of somebody"],
  ["Series", "groupId", "the series of a circle"],
  ["UndatedSeries", "groupId", "the rhythms without a date of a circle"],
  ["SeriesChange", "groupId", "what of a circle was changed and can be undone"],
  ["Series", "filledTo", "the series that need new gatherings"],
  ["Gathering", "groupId, startsAt", "the next gathering, and the past by year"],
  ["Gathering", "startsAt", "the gatherings to be reminded of"],
  ["Reminder", "startsAt", "the reminders that are too old"],
  ["Digest", "memberId, month", "whether somebody was told of a month"],
  ["Digest", "groupId, month", "the circles that are to be told of a month"],
  ["Digest", "at", "the months that are long told of"],
  ["Response", "groupId", "the answers in a circle"],
  ["Entry", "groupId, kind", "the dreams of a circle"],
  ["Entry", "authorId", "what somebody wrote"],
  ["Dream", "groupId, cameTrueAt", "the dreams of a circle, and the latest that came true"],
  ["Dream", "groupId, letGoAt", "the latest dreams that were let go"],
  ["Goal", "groupId, reachedAt", "the goals of a circle, and the latest that were reached"],
  ["Goal", "groupId, letGoAt", "the latest goals that were let go"],
  ["Goal", "dreamId", "the goals under a dream"],
  ["Action", "groupId, doneAt", "what is to be done, and what was done lately"],
  ["Action", "goalId", "the actions under a goal"],
  ["ActionMember", "memberId", "what somebody promised"],
  ["Support", "groupId, until, id", "who supports now, and the years, latest first"],
  ["Photo", "groupId", "the photos of a circle"],
  ["Photo", "hash", "whether a file is used elsewhere"],
  ["StoryLine", "groupId, at", "the story, newest first"],
  ["StoryLine", "entryId", "the story of a dream"],
  ["Look", "groupId, day, memberId, page", "who looked in a circle, by day"],
  ["Look", "day", "the looks that are too old"],
  ["Look", "memberId", "the looks of somebody"],
  ["MailLink", "memberId", "the links of somebody"],
  ["OutboxMail", "state, dueAt", "what may leave now"],
  ["OutboxMail", "toMail, state", "whether an earlier mail waits"],
  ["OutboxMail", "memberId, createdAt", "what somebody was sent"],
  ["FormKey", "createdAt", "the keys that are old"],
];
const onlyOne: [table: string, columns: string, why: string][] = [
  ["Account", "mail", "an address is one account"],
  ["SignInCard", "tokenHash", "a card opens one thing"],
  ["Door", "tokenHash", "a link opens one circle"],
  ["SignInCode", "linkHash", "a link opens one thing"],
  ["Member", "groupId, accountId", "somebody has one face in a circle"],
  ["Invitation", "tokenHash", "a link opens one thing"],
  ["Gathering", "seriesId, slotLocal", "a series makes each meeting once"],
  ["Lift", "gatheringId, riderId", "somebody needs one lift"],
  ["Car", "gatheringId, driverId", "somebody has one car"],
  ["PollOption", "pollId, startLocal", "a moment is asked about once"],
  ["PollAnswer", "optionId, memberId", "one answer of each to each moment"],
  ["Response", "gatheringId, memberId", "one answer for each, whatever was pressed"],
  ["OutboxMail", "dedupeKey", "one mail for one fact"],
];

/** The indexes of a table over all of its rows, each as its columns. */
function indexes(unique: 0 | 1): string[] {
  const db = new Database(config().database, { readonly: true });
  const found = db
    .prepare(
      `SELECT t.name || ' ' || (SELECT group_concat(c.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c)
       FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i."unique" >= ? AND i.partial = 0`,
    )
    .pluck()
    .all(unique) as string[];
  db.close();
  return found;
}

it("What is looked up often has its index", async () => {
  await freshDatabase();
  const there = indexes(0);
  expect(lookedUp.filter(([table, columns]) => !there.includes(`${table} ${columns}`)).map((one) => one.join(": "))).toEqual([]);
});

it("What there can be but one of is held to that by the database", async () => {
  await freshDatabase();
  const there = indexes(1);
  expect(onlyOne.filter(([table, columns]) => !there.includes(`${table} ${columns}`)).map((one) => one.join(": "))).toEqual([]);
});
