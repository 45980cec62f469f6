import type { Language } from "~/i18n/text";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { conversationOf, senderDomain } from "./message.server";
import { unreachedAmong } from "./unreached.server";

/** What each kind of mail needs to know to be written when it leaves. Tokens are wiped once it has gone. */
export interface MailData {
  signIn: { code: string; token: string; minutes: number };
  invitation: { invitationId: string; token: string };
  seriesPlanned: { seriesId: string; gatheringId: string; answerToken: string; fewerToken: string };
  /** `off`: times that fell away and somebody counted on; `online`: one takes part online with another link; `back`: it is as it was before a change. */
  seriesChanged: {
    seriesId: string;
    sequence: number;
    gatheringId: string;
    by: string;
    for: string | null;
    off: string[];
    online?: boolean;
    back?: boolean;
    answerToken: string;
  };
  /** Only for calendars, which take in one series or gathering from a mail: what another mail tells changes this one as well. */
  calendarFollows:
    | { seriesId: string; sequence: number }
    | { gatheringId: string; sequence: number }
    | { seriesId: string; pauseId: string; on: boolean };
  /** `seriesId`: which series its part for calendars is about. */
  circlePaused: { pauseId: string; by: string; for: string | null; seriesId: string | null };
  circleGoesOn: { pauseId: string; by: string; for: string | null; seriesId: string | null };
  /** `follows`: of which series and gatherings its part for calendars tells; where calendars are asked, of the first. */
  circleMoved: { moveId: string; zone: string; by: string; for: string | null; follows: string[] };
  gatheringPlanned: { gatheringId: string; answerToken: string; fewerToken: string };
  gatheringCancelled: { gatheringId: string };
  gatheringOn: { gatheringId: string; sequence: number; by: string; for: string | null };
  /** `was`: how it stood before; null where that is as it was. `online`: whether one takes part online with another link. */
  gatheringChanged: {
    gatheringId: string;
    sequence: number;
    by: string;
    for: string | null;
    was: { startLocal: string | null; place: string | null; minutes?: number | null; online?: boolean };
    answerToken: string;
  };
  gatheringAsked: { gatheringId: string; sequence: number; by: string; for: string | null; answerToken: string; fewerToken: string };
  reminder: { gatheringId: string; sequence: number; lead: string; answerToken: string; fewerToken: string };
  mailNotRead: {
    gatheringId: string | null;
    pollId: string | null;
    answerToken: string | null;
    taken: "yes" | "online" | "no" | "maybe" | null;
  };
  /** `month` (YYYY-MM): the one that is over. */
  digest: { month: string; fewerToken: string };
  /** What became of a lift; `by`: who said so, when it was neither of the two. */
  lift: {
    gatheringId: string;
    riderId: string;
    driverId: string;
    what: "taken" | "joined" | "lost" | "gone";
    by: string | null;
    for: string | null;
  };
  dateSought: { pollId: string; token: string; fewerToken: string };
  dateGivenUp: { pollId: string; by: string; for: string | null };
  /** `seekFrom`: for which of its times. */
  dayDue: { undatedId: string; seekFrom: string; fewerToken: string };
  handover: { handoverId: string };
  personLeft: { leftId: string; goodbyeId: string | null };
  personBack: Record<string, never>;
  helperNamed: { assistanceId: string };
  circleEnds: { erasesAt: string };
  circleStays: Record<string, never>;
  /** Names as they are then: for whom it ends, there is nothing to read them from when the mail leaves. */
  circleClosed: { name: string; own: boolean; by: string; for: string | null; word: string; inMemory: boolean; stays: boolean };
  wishToJoin: { wishId: string };
  circleReopened: Record<string, never>;
  /** Mails do not reach this member any more. */
  unreached: { whoId: string };
  newDevice: { device: string; at: string };
  newPasskey: { device: string; at: string };
  cardUsed: { cardId: string; at: string };
}
export type MailKind = keyof MailData;

/** What the server sends by itself: it may have to wait for the morning, and then holds up nothing else. */
export const patient = ["reminder", "dayDue", "digest"] as const satisfies readonly MailKind[];

/** Somebody asks for these by hand and waits for them: they are tried also at an address that mails do not reach. */
export const alwaysTried: readonly string[] = ["signIn", "invitation"] satisfies MailKind[];

/** What a member may stop, with the kinds of mail that it is about. Signing in, being invited, "it is off" and what becomes of a lift always go out. */
export const stoppable = {
  planned: ["seriesPlanned", "gatheringPlanned", "gatheringAsked", "dateSought", "dayDue"],
  reminder: ["reminder"],
  digest: ["digest"],
} as const satisfies Record<string, readonly MailKind[]>;
export type Stoppable = keyof typeof stoppable;

export interface MailPromise<Kind extends MailKind> {
  kind: Kind;
  /** One fact, one person, one kind: the same key twice is one mail. */
  dedupeKey: string;
  to: { mail: string; name: string; language: Language };
  memberId?: string;
  groupId?: string;
  data: MailData[Kind];
  now: string;
  /** The id of what it is the first mail about to this member. */
  begins?: string | undefined;
}

/**
 * Queues a mail in the transaction of the fact that it tells of. It leaves after that is saved; whether it still
 * concerns its reader is decided again when it leaves.
 */
export async function queueMail<Kind extends MailKind>(tx: Transaction, mail: MailPromise<Kind>): Promise<void> {
  const id = newId();
  const toMail = await addressThatWorks(tx, mail);
  await tx.outboxMail.upsert({
    where: { dedupeKey: mail.dedupeKey },
    update: {},
    create: {
      id,
      dedupeKey: mail.dedupeKey,
      kind: mail.kind,
      groupId: mail.groupId ?? null,
      memberId: mail.memberId ?? null,
      toMail,
      toName: mail.to.name,
      language: mail.to.language,
      data: JSON.stringify(mail.data),
      dueAt: mail.now,
      createdAt: mail.now,
      messageId: mail.begins && mail.memberId ? conversationOf(mail.begins, mail.memberId) : `<${id.toLowerCase()}@${senderDomain()}>`,
    },
  });
}

/** Where mails do not reach the address with which a member signs in, the circle may know another of them. */
async function addressThatWorks(tx: Transaction, { to, memberId }: MailPromise<MailKind>): Promise<string> {
  if (!memberId || !(await unreachedAmong(tx, [to.mail])).has(to.mail)) return to.mail;
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { mail: true } });
  return member?.mail ?? to.mail;
}
