import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real mail server on this machine, that keeps what it is given. */
export interface PostOffice {
  url: string;
  letters: ParsedMail[];
  /** Waits for the next letter to somebody. @throws after fifteen seconds */
  letterTo(mail: string, after?: number): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** Opens one on a free port. */
export async function openPostOffice(): Promise<PostOffice> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (letter) => {
          letters.push(letter);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const to = (letter: ParsedMail) => [letter.to ?? []].flat().flatMap((one) => one.value.map((person) => person.address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    async letterTo(mail, after = 0) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const found = letters.slice(after).find((letter) => to(letter).includes(mail));
        if (found) return found;
        await new Promise((wait) => setTimeout(wait, 50));
      }
      throw new Error(`no letter to ${mail}`);
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
