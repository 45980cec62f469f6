import { type CalendarReply, replyIn } from "~/calendar/reply";
import { isMarked } from "~/groups/belonging";
import { answerMark } from "~/mail/answer-address.server";
import { type CameIn, readMail } from "~/mail/taking-in/reading.server";
import { daysAfter, notAhead } from "~/platform/clock.server";
import { NotNow, Refusal } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import { linkQuery } from "~/policy/queries.server";
import { type LinkViewer, linkHolder } from "~/policy/viewer.server";
import { answerFromMail } from "../answering.server";
import type { Answer } from "../answers";
import { said } from "../asking-again";
import { plainAnswer } from "./plain-answer";
import { tellWhatIsRead } from "./telling-what-is-read.server";
import { type Meant, meantByCalendar, meantByMail, pollMeant } from "./which-gathering.server";

/** What became of a mail, for the log. */
type Outcome = "answered" | "told" | "unreadable" | "to nobody" | "automatic" | "by another" | "about nothing" | "too old" | "too late";

const addressesOf = linkQuery<{ signsIn: string | null; known: string | null }>(
  `SELECT a.mail AS signsIn, CASE WHEN a.mail IS NULL OR ${isMarked("a.mail")} THEN m.mail END AS known
   FROM Member m LEFT JOIN Account a ON a.id = m.accountId WHERE m.id = @me AND m.groupId = @groupId`,
);

/**
 * Takes in what somebody answers to a mail: by the button of their mail program or calendar, or in words. Whose answer it is, the
 * address says that it came to; a sender alone is not believed. The same mail again changes nothing.
 * @param raw the mail as it went over the wire
 */
export async function takeIn(raw: Buffer, now: string): Promise<Outcome> {
  const mail = await readMail(raw);
  if (!mail) return "unreadable";
  const [mark, ...others] = mail.marks;
  const link = mark && others.length === 0 ? linkHolder(hashOf(mark), "reply", now) : null;
  // A mark of another secret is none any more.
  if (!link || answerMark(link.memberId) !== mark) return "to nobody";
  const reply = mail.calendar === null ? null : replyIn(mail.calendar);
  // A calendar writes its answers by itself, and says so: somebody pressed.
  if (reply) return byCalendar(link, reply);
  return mail.automatic ? "automatic" : inWords(link, mail);
}

async function byCalendar(link: LinkViewer, reply: CalendarReply): Promise<Outcome> {
  // Who was forwarded an invitation answers as themselves.
  if (!isTheirs(link, reply.attendee)) return "by another";
  const meant = meantByCalendar(link, reply);
  if (!meant) return "about nothing";
  if (meant.movedAt && reply.sequence < meant.sequence) {
    await tellWhatIsRead(link, { gatheringId: meant.id }, null);
    return "too old";
  }
  // To a calendar who takes part online has accepted: to accept again says nothing new.
  const online = reply.answer === "yes" && saidNow.first(link, { id: meant.id })?.answer === "online";
  return answered(link, meant, online ? "online" : reply.answer, { at: notAhead(reply.at, link.now) ?? link.now });
}

const saidNow = linkQuery<{ answer: Answer | null }>(
  `SELECT ${said("r")} AS answer FROM Gathering g JOIN Response r ON r.gatheringId = g.id AND r.memberId = @me
   WHERE g.id = @id AND g.groupId = @groupId`,
);

/** Whether this is an address at which they get mails, as `queueMail` has it (decision 0042): the mark must be there as well. */
function isTheirs(link: LinkViewer, address: string): boolean {
  const found = addressesOf.first(link);
  return [found?.signsIn, found?.known].some((one) => one?.toLowerCase() === address);
}

async function inWords(link: LinkViewer, { text, answersTo, messageId, from, date }: CameIn): Promise<Outcome> {
  const meant = meantByMail(link, answersTo);
  const { answer, more } = plainAnswer(text);
  if (!meant || !answer || !isTheirs(link, from)) {
    await tellWhatIsRead(link, { gatheringId: meant?.id ?? null, pollId: meant ? null : pollMeant(link, answersTo) }, null);
    return "told";
  }
  const outcome = await answered(link, meant, answer, { key: messageId, at: saidAt(date, link.now) });
  if (more && outcome === "answered") await tellWhatIsRead(link, { gatheringId: meant.id }, answer);
  return outcome;
}

/** When a mail says that it was written, if that can be: mails take hours, seldom days. */
function saidAt(date: string | null, now: string): string {
  const said = notAhead(date, now);
  return said && said > daysAfter(now, -3) ? said : now;
}

/** @param how when it was said, if that is known, and by which message, so that the same one again changes nothing */
async function answered(
  link: LinkViewer,
  { id, whole }: Meant,
  answer: Answer,
  how: { at?: string; key?: string | null },
): Promise<Outcome> {
  try {
    const reach = whole && answer !== "maybe" ? "series" : "one";
    const formKey = how.key ? hashOf(how.key).slice(0, 40) : null;
    await answerFromMail({ ...link, gatheringId: id }, { answer, word: "", reach }, formKey, "/", how.at);
    return "answered";
  } catch (error) {
    // It has begun, is off, or they left: nothing changes, and no machine tells them.
    if (!(error instanceof NotNow) && (error instanceof Refusal || error instanceof Response)) return "too late";
    throw error;
  }
}
