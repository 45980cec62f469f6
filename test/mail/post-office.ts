import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface Delivered {
  to: string[];
  raw: string;
  mail: ParsedMail;
  greetedAs: string;
}

type Mood = "kind" | "hangsUpAfterData" | { refuses: number; words?: string; at?: "MAIL" | "RCPT" | "DATA"; whom?: string };

/** A real mail server on this machine, that keeps what it is given and does what it is told. */
export interface PostOffice {
  url: string;
  /** What arrived, in order; also what it hung up on after reading it. */
  delivered: Delivered[];
  /** The same, as their readers see them. */
  letters: ParsedMail[];
  /** Waits for the next letter to somebody. @throws after fifteen seconds */
  letterTo(mail: string, after?: number): Promise<ParsedMail>;
  be(mood: Mood): void;
  /** Nobody answers any more. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one on a free port. */
export async function openPostOffice(): Promise<PostOffice> {
  const delivered: Delivered[] = [];
  const letters: ParsedMail[] = [];
  let mood: Mood = "kind";
  let port = 0;
  let server: SMTPServer | undefined;

  const refusal = (at: "MAIL" | "RCPT" | "DATA", address: string) => {
    if (typeof mood === "string" || (mood.at ?? "RCPT") !== at || (mood.whom && mood.whom !== address)) return null;
    return Object.assign(new Error(mood.words ?? "no"), { responseCode: mood.refuses });
  };
  const recipients = (session: SMTPServerSession) => session.envelope.rcptTo.map(({ address }) => address);

  async function open(): Promise<void> {
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      onMailFrom: ({ address }, _session, done) => done(refusal("MAIL", address)),
      onRcptTo: ({ address }, _session, done) => done(refusal("RCPT", address)),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          const to = recipients(session);
          const no = refusal("DATA", to[0] ?? "");
          if (no) return done(no);
          const raw = Buffer.concat(chunks).toString("utf8");
          const mail = await simpleParser(raw);
          delivered.push({ to, raw, mail, greetedAs: session.hostNameAppearsAs || "" });
          letters.push(mail);
          if (mood !== "hangsUpAfterData") return done();
          type Connection = { id: string; _socket: { destroy(): void } };
          for (const connection of opened.connections as unknown as Iterable<Connection>)
            if (connection.id === session.id) connection._socket.destroy(); // others may still be speaking
        });
      },
    });
    opened.on("error", () => {});
    await new Promise<void>((listening) => opened.listen(port, "127.0.0.1", listening));
    port = (opened.server.address() as AddressInfo).port;
    server = opened;
  }
  async function leave(): Promise<void> {
    const leaving = server;
    server = undefined;
    if (leaving) await new Promise<void>((closed) => leaving.close(closed));
  }

  await open();
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    letters,
    async letterTo(mail, after = 0) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const found = delivered.slice(after).find(({ to }) => to.includes(mail));
        if (found) return found.mail;
        await new Promise((wait) => setTimeout(wait, 50));
      }
      throw new Error(`no letter to ${mail}`);
    },
    be: (next) => {
      mood = next;
    },
    leave,
    comeBack: open,
    close: leave,
  };
}
