import { afterEach, beforeEach } from "vitest";
import { accountMails } from "../../app/accounts/mails.server";
import { cast } from "../../app/demo/cast";
import type { Composers } from "../../app/mail/composing.server";
import { type MailData, type MailKind, queueMail } from "../../app/mail/queueing.server";
import { type Outbox, startOutbox, type TellUnreached } from "../../app/mail/sending.server";
import { smtp, type Transport } from "../../app/mail/transport.server";
import { config } from "../../app/platform/config.server";
import { rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import type { Letter } from "../../emails/letter";
import { freshDatabase } from "../database";
import { openPostOffice, type PostOffice } from "./post-office";

export const minute = 60_000;

const off = (id: string): Letter => ({
  subject: `dinsdag 1 december: ${id} gaat niet door`,
  preview: "Tot een andere keer.",
  from: "Jans kring",
  language: "nl",
  title: "De samenkomst gaat niet door",
  blocks: [
    { kind: "fact", label: "Wanneer", text: "dinsdag 1 december om 19.30 uur" },
    { kind: "button", label: "Bekijk de samenkomst", href: "http://localhost:3000/g/1/gatherings/2" },
  ],
  why: "Je krijgt deze mail omdat je bij Jans kring hoort.",
});

/** An outbox on a database and a mail server of its own, with a clock that only tests move. */
export interface Desk {
  office: PostOffice;
  transport: Transport;
  time: number;
  clock(): string;
  /** Whether a gathering's mail still concerns its reader. */
  concerns(gatheringId: string): boolean;
  /** The composer of invitations has a fault. */
  composers: Composers;
  /** Who hears that mails do not reach an address: nobody, unless the test says so. */
  tellUnreached?: TellUnreached;
  outbox: Outbox | undefined;
  /** The outbox's next turn, to its end. A mail that failed waits half an hour. */
  turn(): Promise<void>;
  /** The server stops and starts again. */
  restart(): Promise<void>;
  queue(gatheringId: string, to?: { mail: string; name: string }, dedupeKey?: string): Promise<void>;
  queueKind<Kind extends MailKind>(kind: Kind, data: MailData[Kind]): Promise<void>;
  /** What arrived, by the name of the gathering in its subject. */
  subjects(to?: string): (string | undefined)[];
  /** States of all rows, as they were queued. */
  states(): string[];
}

/** With which mails are handed over. */
export const inboundSecret = "a secret of forty characters and no less";

/** Answers to mails are taken in, in each test of the file. */
export function takingAnswersIn(): void {
  beforeEach(() => void Object.assign(config(), { mailReplyTo: "antwoord@kring.example", mailInboundSecret: inboundSecret }));
  afterEach(() => void Object.assign(config(), { mailReplyTo: undefined, mailInboundSecret: undefined }));
}

/** A fresh one before each test of the file. */
export function desk(): Desk {
  let queued = 0;
  const another = () => {
    queued += 1;
    return `fact ${queued}`;
  };
  const self: Desk = {
    office: undefined as unknown as PostOffice,
    transport: undefined as unknown as Transport,
    outbox: undefined,
    time: 0,
    clock: () => new Date(self.time).toISOString(),
    concerns: () => true,
    composers: {
      signIn: accountMails.signIn,
      invitation: () => {
        throw new Error("a fault in the composer");
      },
      seriesPlanned: () => null,
      gatheringPlanned: ({ data, link }) => ({
        ...off(data.gatheringId),
        fewer: { label: "Minder mails", href: link(`/u/${data.fewerToken}`) },
      }),
      gatheringCancelled: ({ data }) => (self.concerns(data.gatheringId) ? off(data.gatheringId) : null),
      seriesChanged: () => null,
      calendarFollows: () => null,
      circlePaused: () => null,
      circleMoved: () => null,
      circleGoesOn: () => null,
      gatheringChanged: () => null,
      gatheringOn: () => null,
      gatheringAsked: () => null,
      reminder: () => null,
      digest: () => null,
      mailNotRead: () => null,
      lift: () => null,
      dateSought: () => null,
      dateGivenUp: () => null,
      dayDue: () => null,
      handover: () => null,
      helperNamed: () => null,
      personLeft: () => null,
      cardUsed: () => null,
      newDevice: () => null,
      newPasskey: () => null,
      personBack: () => null,
      circleEnds: () => null,
      circleStays: () => null,
      circleClosed: () => null,
      circleReopened: () => null,
      wishToJoin: () => null,
      unreached: () => null,
    },
    async turn() {
      const { composers, transport, clock, tellUnreached } = self;
      self.outbox ??= startOutbox({ composers, transport, clock, ...(tellUnreached && { tellUnreached }), wait: () => 30 * minute });
      await self.outbox.drained();
    },
    async restart() {
      await self.outbox?.stop();
      self.outbox = undefined;
      self.transport = smtp(self.office.url, "kring.example");
    },
    async queue(gatheringId, to = cast.fatima, dedupeKey = another()) {
      const { mail, name } = to;
      const now = self.clock();
      await transaction((tx) =>
        queueMail(tx, { kind: "gatheringCancelled", dedupeKey, to: { mail, name, language: "nl" }, data: { gatheringId }, now }),
      );
    },
    async queueKind(kind, data) {
      const to = { mail: cast.fatima.mail, name: cast.fatima.name, language: "nl" as const };
      await transaction((tx) => queueMail(tx, { kind, dedupeKey: another(), to, data, now: self.clock() }));
    },
    subjects: (to) =>
      self.office.delivered
        .filter((one) => !to || one.to[0] === to)
        .map(({ mail }) => /: (.+) gaat/.exec(mail.subject ?? "")?.[1] ?? mail.subject),
    states: () => rows<{ state: string }>("SELECT state FROM OutboxMail ORDER BY rowid").map(({ state }) => state),
  };
  beforeEach(async () => {
    await freshDatabase();
    self.office = await openPostOffice();
    self.transport = smtp(self.office.url, "kring.example");
    self.time = Date.parse("2026-11-23T12:00:00.000Z");
    self.concerns = () => true;
  });
  afterEach(async () => {
    await self.outbox?.stop();
    self.outbox = undefined;
    self.transport.close();
    await self.office.leave();
  });
  return self;
}
