import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { smtp } from "../../app/mail/transport.server";

let server: SMTPServer | undefined;
let passwords: string[];
afterEach(() => new Promise<void>((closed) => server?.close(closed)));

/** A mail server that asks for a password, and knows no TLS. */
async function open(): Promise<number> {
  passwords = [];
  const opened = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ password }, _session, done) => {
      passwords.push(String(password));
      done(null, { user: "kring" });
    },
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", done);
    },
  });
  opened.on("error", () => {});
  server = opened;
  await new Promise<void>((listening) => opened.listen(0, "0.0.0.0", listening));
  return (opened.server.address() as AddressInfo).port;
}

const mail = { from: "kring@kring.example", to: "jan@kring.example", subject: "x", text: "x" };

async function sendBy(url: string): Promise<void> {
  const transport = smtp(url, "kring.example");
  await transport.send(mail).finally(() => transport.close());
}

// 0.0.0.0 leads to this machine, but is not one of the names by which we know it: a mail server elsewhere, as far as we can tell.
it("A password is not said to a mail server elsewhere that offers no TLS", async () => {
  const port = await open();
  await expect(sendBy(`smtp://kring:secret@0.0.0.0:${port}`)).rejects.toMatchObject({ code: "ETLS" });
  expect(passwords).toEqual([]);
});

it("but it is to the one on this machine, where nobody listens in", async () => {
  const port = await open();
  await sendBy(`smtp://kring:secret@127.0.0.1:${port}`);
  expect(passwords).toEqual(["secret"]);
});
