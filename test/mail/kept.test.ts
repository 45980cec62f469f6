import { describe, expect, it } from "vitest";
import { cast } from "../../app/demo/cast";
import { framed, frameMay } from "../../app/mail/framing.server";
import { keptMail, keptMails } from "../../app/mail/mailbox.server";
import { headersOf, isMailable, message, type Rendered, senderAddress } from "../../app/mail/message.server";
import { startOutbox } from "../../app/mail/sending.server";
import { ownMailbox, transportFrom } from "../../app/mail/transport.server";
import { leastTries, longestWait, patience, troubleOf } from "../../app/mail/trouble";
import { outboxReport } from "../../app/mail/waiting.server";
import { config, configFrom } from "../../app/platform/config.server";
import { transaction } from "../../app/platform/transaction.server";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();

const drawn: Rendered = {
  subject: "dinsdag 1 december",
  from: "Jans kring",
  language: "nl",
  date: "2026-11-23T12:00:00.000Z",
  html: "<p>hallo</p>",
  text: "hallo",
  fewer: null,
};
const envelope = { messageId: "<01ab@kring.example>", toMail: "fatima@kring.example", toName: "Fatima" };

describe("A message", () => {
  it("is the same bytes for the same mail, from us, to one address, without files or addresses of its own", () => {
    const made = message(envelope, drawn);
    expect(made).toEqual({
      from: { name: "Jans kring", address: "kring@kring.example" },
      to: { name: "Fatima", address: "fatima@kring.example" },
      subject: "dinsdag 1 december",
      date: new Date("2026-11-23T12:00:00.000Z"),
      messageId: "<01ab@kring.example>",
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": "nl" },
      text: "hallo",
      html: "<p>hallo</p>",
      envelope: { from: "kring@kring.example", to: ["fatima@kring.example"] },
      baseBoundary: expect.stringMatching(/^[0-9a-f]{16}$/),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    expect(message(envelope, drawn)).toEqual(made);
    expect(message({ ...envelope, messageId: "<other>" }, drawn).baseBoundary).not.toBe(made.baseBoundary);
    expect(message({ ...envelope, toName: "Fatima\r\nBcc: x" }, drawn).to).toMatchObject({ name: "Fatima Bcc: x" });
    expect((message({ ...envelope, toName: "x".repeat(300) }, drawn).to as { name: string }).name.length).toBeLessThanOrEqual(100);
  });

  it("says how to stop its kind with one click, when there is an address for that", () => {
    expect(headersOf({ ...drawn, fewer: "http://localhost:3000/u/é" })).toMatchObject({
      "List-Unsubscribe": "<http://localhost:3000/u/%C3%A9>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    for (const fewer of [null, "no address"]) expect(headersOf({ ...drawn, fewer })).not.toHaveProperty("List-Unsubscribe");
  });

  it("goes only to what is one address and nothing more", () => {
    for (const address of ["a@b", "fatima.o'neil+x@kring.example", "é@kring.example", `${"x".repeat(241)}@kring.exampl`])
      expect(isMailable(address), address).toBe(true);
    for (const address of [
      "",
      "a",
      "@b",
      "a@",
      "a b@c",
      "a@b c",
      "a@b,c@d",
      "a@b\n",
      "\na@b",
      "<a@b>",
      "a@b>",
      '"a"@b',
      "a@[1]",
      "a;b@c",
      `${"x".repeat(250)}@b.cd`,
    ])
      expect(isMailable(address), address).toBe(false);
  });

  it("is sent from the bare address of MAIL_FROM, with a name around it or none", () => {
    const settings = config() as { mailFrom: string };
    const { mailFrom } = settings;
    for (const [written, bare] of [
      ["Kring <a@b.example>", "a@b.example"],
      ["Kring <a@b.example> ", "a@b.example"],
      [" a@b.example ", "a@b.example"],
    ] as const) {
      settings.mailFrom = written;
      expect(senderAddress()).toBe(bare);
    }
    settings.mailFrom = mailFrom;
  });
});

describe("What carries mails away", () => {
  it("is the mail server that is set, else the mailbox of this machine, else nothing: then mails wait", () => {
    expect(transportFrom(configFrom({ SMTP_URL: "smtp://127.0.0.1:1" }))?.keeps).toBe(false);
    expect(transportFrom(configFrom({}))).toBe(ownMailbox);
    expect(transportFrom(configFrom({ APP_URL: "https://kring.example" }))).toBeNull();
  });
});

describe("The mailbox of this machine", () => {
  it("shows what would have gone, newest first, with what stands on the envelope; to nobody elsewhere", async () => {
    await desk.queue("A");
    await desk.queue("B", { mail: "rita@kring.example", name: "" });
    const outbox = startOutbox({ composers: desk.composers, transport: ownMailbox, clock: desk.clock });
    await outbox.drained();
    await outbox.stop();
    const kept = keptMails(true);
    expect(kept).toEqual([
      { id: expect.any(String), to: "rita@kring.example", subject: "dinsdag 1 december: B gaat niet door", at: desk.clock() },
      { id: expect.any(String), to: cast.fatima.mail, subject: "dinsdag 1 december: A gaat niet door", at: desk.clock() },
    ]);
    const [ritas, fatimas] = kept.map(({ id }) => keptMail(id, true));
    expect(Object.fromEntries(fatimas?.envelope ?? [])).toEqual({
      From: "Jans kring <kring@kring.example>",
      To: "Fatima <fatima@kring.example>",
      Subject: "dinsdag 1 december: A gaat niet door",
      "Message-ID": expect.stringMatching(/^<\w{26}@kring\.example>$/),
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": "nl",
    });
    expect(Object.fromEntries(ritas?.envelope ?? []).To).toBe("rita@kring.example");
    expect(fatimas).toMatchObject({ id: kept[1]?.id, language: "nl", html: expect.stringContaining("dinsdag 1 december om 19.30 uur") });
    const missing = expect.objectContaining({ status: 404 });
    expect(() => keptMails(false)).toThrow(missing);
    expect(() => keptMail(kept[0]?.id ?? "", false)).toThrow(missing);
    expect(() => keptMail("none", true)).toThrow(missing);
    const settings = config() as { mailbox: boolean };
    settings.mailbox = false;
    expect(() => keptMails(true)).toThrow(missing);
    settings.mailbox = true;
  });

  it("frames a mail so that it can do nothing but follow a link that was pressed", async () => {
    const answer = framed('<html><head lang="nl"></head><body><a target="_blank" href="x">a</a><a target="_blank">b</a></body></html>');
    expect(await answer.text()).toBe(
      '<html><head lang="nl"><base target="_top"/></head><body><a target="_top" href="x">a</a><a target="_top">b</a></body></html>',
    );
    expect(answer.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups",
    );
    expect(frameMay).not.toContain("scripts");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  });
});

describe("What the operator is told of the outbox", () => {
  it("is how many of each kind there are, what waits since when and why, and nobody's address", async () => {
    expect(outboxReport(desk.clock())).toBe("Nothing waits.\n");
    await desk.queue("A");
    await desk.queue("B", { mail: "rita@kring.example", name: "Rita" });
    const at = (state: string, more: object) =>
      transaction((tx) => tx.outboxMail.updateMany({ where: { toMail: "rita@kring.example" }, data: { state, ...more } }));
    await at("failed", { reason: "550 <rita@kring.example> is unknown; ask jan@plan.example", attempts: 3 });
    expect(outboxReport("2026-11-23T13:05:00.000Z").split("\n")).toEqual([
      "The oldest waits since 2026-11-23 12:00 (it is 2026-11-23 13:05 UTC).",
      "",
      "kind                state    mails",
      "gatheringCancelled  failed   1",
      "gatheringCancelled  waiting  1",
      "",
      "state    kind                to                queued            next try          tries  why",
      "waiting  gatheringCancelled  f…@kring.example  2026-11-23 12:00  2026-11-23 12:00  0",
      "failed   gatheringCancelled  r…@kring.example  2026-11-23 12:00                    3      550 <r…@kring.example> is unknown; ask j…@plan.example",
    ]);
    await at("sent", { endedAt: desk.clock() });
    expect(outboxReport(desk.clock())).not.toContain("r…@");
    const settings = config() as { mailbox: boolean };
    settings.mailbox = false;
    expect(outboxReport(desk.clock())).toMatch(/^No mail server is set \(SMTP_URL\): mails wait\.\n\nThe oldest/);
    settings.mailbox = true;
  });
});

describe("What an error means", () => {
  it("is told in the words of the server, or of what was not reached", () => {
    const answer = { responseCode: 550, command: "RCPT TO" };
    const reason = "mail server answered: 550 no";
    expect(troubleOf({ ...answer, response: "550 no" })).toEqual({ final: true, address: "mayPass", code: "550", reason });
    for (const response of ["", 5]) expect(troubleOf({ ...answer, response }).reason).toBe("mail server answered: 550");
    expect(troubleOf({ ...answer, responseCode: 500 }).final).toBe(true);
    expect(troubleOf({ ...answer, responseCode: 499 }).final).toBe(false);
    expect(troubleOf({ ...answer, responseCode: 538 }).final).toBe(false);
    expect(troubleOf(Object.assign(new Error("x"), { code: "ESOCKET" }))).toEqual({
      final: false,
      code: "ESOCKET",
      reason: "mail server not reached (ESOCKET)",
    });
    expect(troubleOf(new Error("what?"))).toEqual({ final: false, code: "unknown", reason: "what?" });
    expect(troubleOf("words")).toEqual({ final: false, code: "unknown", reason: "words" });
  });

  it("is waited for as long as it says: six hours at most, five days in all and ten times at least", () => {
    expect([longestWait, patience, leastTries]).toEqual([6 * 3_600_000, 5 * 24 * 3_600_000, 10]);
  });
});
