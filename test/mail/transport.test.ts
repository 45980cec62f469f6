import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { ownMailbox, smtp, transportFrom } from "../../app/mail/transport.server";
import { configFrom } from "../../app/platform/config.server";

let server: SMTPServer | undefined;
let passwords: string[];
afterEach(() => new Promise<void>((closed) => server?.close(closed)));

/** A mail server that takes a password, and knows no TLS. */
async function open(): Promise<number> {
  passwords = [];
  const opened = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    authOptional: true,
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

it("nor is half of it: a name alone, or a password alone", async () => {
  const port = await open();
  for (const half of ["kring", ":secret"])
    await expect(sendBy(`smtp://${half}@0.0.0.0:${port}`), half).rejects.toMatchObject({ code: "ETLS" });
  await sendBy(`smtp://0.0.0.0:${port}`);
  expect(passwords).toEqual([]);
});

it("What carries mails is the server that is named, else this machine's own mailbox, else nothing", async () => {
  const told = (env: Parameters<typeof configFrom>[0]) => transportFrom(configFrom(env));
  expect(told({})).toBe(ownMailbox);
  expect(told({ SMTP_URL: "smtp://127.0.0.1" })).toMatchObject({ keeps: false });
  expect(told({ APP_URL: "https://kring.example" })).toBeNull();
  await expect(ownMailbox.send({})).resolves.toBeUndefined();
  expect([ownMailbox.keeps, ownMailbox.close()]).toEqual([true, undefined]);
});

it("One that was closed carries nothing more", async () => {
  const port = await open();
  const transport = smtp(`smtp://127.0.0.1:${port}`, "kring.example");
  await transport.send(mail);
  await transport.send(mail);
  transport.close();
  await expect(transport.send(mail)).rejects.toThrow();
});

it("but it is to the one on this machine, where nobody listens in", async () => {
  const port = await open();
  await sendBy(`smtp://kring:secret@127.0.0.1:${port}`);
  expect(passwords).toEqual(["secret"]);
});
