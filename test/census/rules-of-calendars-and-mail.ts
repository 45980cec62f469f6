/**
 * The rules for calendars and for mail, from what went wrong elsewhere, each with the test that holds it, a decision why it
 * is otherwise here, or that it is not here yet.
 */
export interface Rule {
  says: string;
  held?: readonly (readonly [file: string, name: string])[];
  otherwise?: string;
  notYet?: string;
}

const feed = "test/database/feed.test.ts";
const overHttp = "test/server/feed.test.ts";
const one = "test/database/changing-a-gathering.test.ts";
const series = "test/database/changing-a-series.test.ts";
const script = "test/database/edit-script.property.test.ts";
const invitations = "test/mail/invitations.test.ts";
const takingIn = "test/mail/taking-in.test.ts";
const anyEdits = "test/mail/invitations.property.test.ts";

export const calendarRules: readonly Rule[] = [
  {
    says: "A feed is PUBLISH and names nobody",
    held: [
      [feed, "has no answer of anybody but themselves"],
      [overHttp, "and gets the gatherings as text"],
    ],
  },
  {
    says: "One mail and one ICS per person",
    held: [[invitations, "asks its reader alone"]],
  },
  {
    says: "ORGANIZER is an address that is read; none in a feed",
    held: [
      [feed, "has no answer of anybody but themselves"],
      [invitations, "from the address that takes their answer in"],
      [invitations, "asks nobody and names nobody"],
    ],
  },
  {
    says: "A REPLY is not trusted by its sender alone, and what was said last stands",
    held: [
      [takingIn, "is not for anybody else"],
      [takingIn, "what was said last stands"],
      [takingIn, "is for who signs it, just now"],
    ],
  },
  {
    says: "A UID is stored, and never another",
    held: [
      [script, "calendars show what the page shows"],
      [feed, "tells of one that is off"],
    ],
  },
  { says: "SEQUENCE rises and never falls, an exception's not below its master's", held: [[script, "calendars show what the page shows"]] },
  { says: "DTSTAMP is renewed with each revision", held: [[one, "is seen in calendars: the same event"]] },
  { says: "CANCEL is both method and status", held: [[invitations, "one entry in its right state"]] },
  {
    says: "Who is taken out alone hears that alone",
    held: [[feed, "opens nothing for who has left"]],
    otherwise: "who left, or was let go, gets no mail from the circle any more: how they hear it is for people (decision 0033)",
  },
  { says: "One multipart/alternative, its method named twice", held: [[invitations, "asks its reader alone"]] },
  {
    says: "RECURRENCE-ID is the original start, in the same form",
    held: [
      [one, "is seen in calendars: the same event"],
      [feed, "tells of one that is off"],
    ],
  },
  { says: "A REQUEST for one occurrence is that alone", held: [[invitations, "tell of one that changed alone"]] },
  {
    says: "This and following: UNTIL, and a new series",
    held: [
      [series, "ends before that day, and another goes on after it"],
      [series, "from its first gathering on stays the same series"],
      [invitations, "end the one, and tell of the other"],
    ],
  },
  {
    says: "Answers move with the date",
    held: [
      [series, "to another day takes each along to the nearest"],
      ["app/gatherings/changing-series/what-becomes.test.ts", "each keeps its day"],
    ],
  },
  { says: "EXDATE as DTSTART, UNTIL in UTC, never with COUNT", held: [[feed, "ends a series where it ends, in UTC"]] },
  {
    says: "A VTIMEZONE for every TZID",
    held: [
      ["app/calendar/zone.test.ts", "is for Brussels one summer and one winter"],
      ["app/calendar/zone.test.ts", "says in every zone what the clock says there"],
    ],
  },
  { says: "Recurring in local time", held: [[feed, "holds what the circle has planned"]] },
  {
    says: "Outlook's limits: none overtakes another",
    held: [[feed, "keeps one that was moved in its series"]],
    otherwise: "in a mail it stays in its series, since a message can't take it out there and tell of it by itself (decision 0033)",
  },
  { says: "Off is told in the feed without CANCELLED, then left out", held: [[feed, "tells of one that is off until its day is past"]] },
  { says: "It says how often to look, and the page how slow Google is", held: [[overHttp, "says how often to look"]] },
  {
    says: "No login, cookie, redirect or attachment; ETag and 304; HEAD as GET",
    held: [
      [overHttp, "and gets the gatherings as text"],
      [overHttp, "and gets nothing again of what it has"],
      [overHttp, "packed only when it says"],
    ],
  },
  {
    says: "A token of one person, hashed, shown once, stopped; the same nothing",
    held: [
      [feed, "opens nothing for who has left"],
      [overHttp, "and finds nothing with a letter changed"],
      ["test/server/every-answer.test.ts", "has a line for each request, and none of them holds a secret"],
    ],
  },
  {
    says: "CRLF, 75 octets, escapes, no control characters",
    held: [
      ["app/calendar/ics.test.ts", "has no line of more than 75 bytes"],
      ["app/calendar/ics.test.ts", "can't be broken out of"],
    ],
  },
  { says: "A neutral title", held: [[feed, "says nothing of whose circle it is"]] },
  {
    says: "A VALARM only in one's own feed, when asked",
    held: [
      [feed, "warns only if they asked"],
      [invitations, "asks its reader alone"],
    ],
  },
  {
    says: "The feed first, a file second; who has a feed gets nothing for the calendar by mail",
    held: [[invitations, "brings nothing for the calendar of who has a feed"]],
    otherwise: "no file of one gathering is offered on a page: what was imported twice stands there twice in Outlook",
  },
  {
    says: "Read back by a second parser, from March to November",
    held: [
      [script, "calendars show what the page shows"],
      [anyEdits, "who only gets the mails has in their calendar what the page shows"],
    ],
  },
];

const wholeWay = "test/e2e/whole-way.test.ts";
const scanner = [[wholeWay, "a scanner that opens the link answers nothing"]] as const;
const mails = "test/mail/gathering-mails.test.ts";
const outbox = "test/mail/outbox.test.ts";
const unreached = "test/mail/unreached.test.ts";
const signingIn = "test/database/signing-in.test.ts";

export const mailRules: readonly Rule[] = [
  { says: "GET and HEAD change nothing", held: [...scanner, ["test/e2e/ways-in.test.ts", "signs nobody in by being opened"]] },
  { says: "A visible button that posts, without script", held: scanner },
  { says: "A choice in a link only chooses beforehand", held: scanner },
  {
    says: "A link to answer is no link to sign in",
    held: [
      ["test/database/answering.test.ts", "stands for one gathering and one member"],
      ["test/database/answering.test.ts", "ends when the gathering begins or is off"],
    ],
  },
  {
    says: "A link to sign in: hashed, short, once, the same to all",
    held: [
      [signingIn, "works with the link, once"],
      [signingIn, "stops after a quarter of an hour"],
    ],
  },
  {
    says: "A code in the same mail, with few tries",
    held: [
      [signingIn, "works with the code, once"],
      [signingIn, "stops after five wrong codes"],
    ],
  },
  {
    says: "Used or over is said kindly",
    held: [["test/server/signing-in.test.ts", "opens nothing once its time is over, and the page says so"]],
  },
  {
    says: "Pages with a token are kept nowhere, and in no log",
    held: [
      ["test/server/every-answer.test.ts", "and pages are kept by no cache"],
      ["test/server/every-answer.test.ts", "has a line for each request, and none of them holds a secret"],
    ],
  },
  {
    says: "One click to get fewer (RFC 8058)",
    held: [
      [mails, "can be stopped with one click from the mail program"],
      [outbox, "can be stopped with one click when its kind can be"],
    ],
  },
  {
    says: "Stopped by kind, also what waits already",
    held: [
      [mails, "reaches what waits already, lasts, and can be taken back"],
      [mails, "nobody can stop this mail"],
      ["test/mail/reminders.test.ts", "one click in the mail program stops them"],
      ["test/mail/digest.test.ts", "with one click from the mail program, lastingly, and taken back"],
      ["test/mail/digest.test.ts", "also one that waits to leave"],
    ],
  },
  {
    says: "A machine wrote it; what a machine writes back is no answer",
    held: [
      [outbox, "says who sends it, that a machine wrote it"],
      [takingIn, "by a machine is no answer, and gets none"],
    ],
  },
  {
    says: "The same Message-ID at each try; later mails refer to the first",
    held: [
      ["test/mail/failing.test.ts", "the same bytes under the same Message-ID"],
      [invitations, "is one conversation in a mail program"],
    ],
  },
  { says: "A text part that says the same", held: [["test/mail/drawing.test.ts", "says the same drawn and as text"]] },
  { says: "From us, never from a member", held: [["test/mail/kept.test.ts", "is the same bytes for the same mail, from us"]] },
  {
    says: "An operator sees whether SPF, DKIM and DMARC are right",
    held: [
      ["test/database/check-mail.test.ts", "all is well, it says so line by line, and ends with 0"],
      ["test/database/check-mail.test.ts", "sends one test mail"],
    ],
  },
  {
    says: "One mail per fact",
    held: [
      [outbox, "twice for one fact is one mail"],
      [outbox, "is taken by one outbox only"],
      [outbox, "is not sent when what it tells of was not saved"],
    ],
  },
  {
    says: "Several edits, one mail",
    held: [
      [mails, "twice before the mail has left is told once"],
      [mails, "says where it was when they heard of it last"],
      [series, "is told once to everybody"],
      ["test/mail/reminders.test.ts", "never at night"],
    ],
    otherwise: "a mail leaves at once, and only what is changed again before that is one: who is on the way must not wait (decision 0033)",
  },
  {
    says: "In the reader's language, with day and hour, and theirs where they live elsewhere; a subject that tells nothing more",
    held: [
      [mails, "in another language is told in that language"],
      [mails, "says the day, the hours and the place"],
      ["test/mail/living-elsewhere.test.ts", "says their hour beside the circle's, as text and drawn"],
    ],
  },
  {
    says: "An address that does not exist is told of, and left",
    held: [
      ["test/mail/failing.test.ts", "refuses the reader (5xx), the mail is given up"],
      [unreached, "no mail is tried there any more"],
      [unreached, "Mia hears it once, in plain words and without the address; nobody else does"],
      [unreached, "one that gets through takes the mark away"],
    ],
  },
];
