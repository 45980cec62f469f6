import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { askForCode } from "../../app/accounts/signing-in.server";
import { cast } from "../../app/demo/cast";
import { claim, type DueMail, dueMails, end, putBack } from "../../app/mail/outbox.server";
import { queueMail } from "../../app/mail/queueing.server";
import { startOutbox } from "../../app/mail/sending.server";
import { ownMailbox } from "../../app/mail/transport.server";
import { config } from "../../app/platform/config.server";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { complaints } from "../complaints";
import { desk as freshDesk, minute } from "./desk";
import type { Delivered } from "./post-office";

const desk = freshDesk();

describe("A mail that is queued", () => {
  it("goes out once, as HTML and as text that say the same", async () => {
    await desk.queue("A");
    await desk.turn();
    await desk.turn();
    expect(desk.office.delivered).toHaveLength(1);
    const [{ mail, to, greetedAs }] = desk.office.delivered as [Delivered];
    expect(to).toEqual([cast.fatima.mail]);
    expect(greetedAs).toBe("kring.example");
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("dinsdag 1 december om 19.30 uur");
      expect(part).toContain("http://localhost:3000/g/1/gatherings/2");
    }
    expect(desk.states()).toEqual(["sent"]);
  });

  it("says who sends it, that a machine wrote it, and in which language", async () => {
    await desk.queue("A");
    await desk.turn();
    const [{ mail, raw }] = desk.office.delivered as [Delivered];
    const { messageId } = row<{ messageId: string }>("SELECT messageId FROM OutboxMail")!;
    expect(mail.messageId).toBe(messageId);
    expect(messageId).toMatch(/^<[0-9a-z]{26}@kring\.example>$/);
    expect(mail.from?.value).toEqual([{ name: "Jans kring", address: "kring@kring.example" }]);
    expect(mail.date?.toISOString()).toBe(desk.clock());
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.get("x-auto-response-suppress")).toBe("All");
    expect(mail.headers.get("content-language")).toBe("nl");
    expect(raw).toMatch(/^MIME-Version: 1\.0/m);
    expect(raw).not.toMatch(/^(List-Unsubscribe|Precedence|X-Mailer)/im);
  });

  it("can be stopped with one click when its kind can be", async () => {
    await desk.queueKind("gatheringPlanned", { gatheringId: "A", answerToken: "secret-1", fewerToken: "secret-2" });
    await desk.turn();
    const { raw } = desk.office.delivered[0]!;
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/u\/secret-2>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it("leaves nothing secret behind once it has gone", async () => {
    await askForCode(cast.fatima.mail, "/me", "nl", desk.clock());
    const held = row<{ data: string }>("SELECT data FROM OutboxMail")?.data ?? "";
    const { token } = JSON.parse(held) as { token: string };
    const inFiles = () => ["", "-wal"].some((ending) => readFileSync(config().database + ending).includes(token));
    expect([token.length > 20, inFiles()]).toEqual([true, true]);
    await desk.turn();
    expect(desk.office.delivered).toHaveLength(1);
    expect(row("SELECT state, data, message FROM OutboxMail")).toEqual({ state: "sent", data: "{}", message: null });
    await expect.poll(inFiles).toBe(false);
  });

  it("is taken by one outbox only, also when two looked at the same moment; who came too late notes nothing on it", async () => {
    await desk.queue("A");
    const [mail] = dueMails(desk.clock(), 8) as [DueMail];
    const drawn = JSON.stringify({ subject: "A" });
    const [first, second] = await Promise.all([claim(mail, drawn, desk.clock()), claim(mail, drawn, desk.clock())]);
    expect(first).toEqual({ id: mail.id, state: "sending", claimedAt: desk.clock() });
    expect(second).toBeNull();
    expect(row("SELECT attempts FROM OutboxMail")).toEqual({ attempts: 1 });
    const ended = { state: "sent", reason: null, message: null, now: desk.clock() } as const;
    await end(mail, ended);
    await putBack(mail, desk.clock(), "too late", 0);
    expect(row("SELECT state, reason FROM OutboxMail")).toEqual({ state: "sending", reason: null });
    await end(first ?? mail, ended);
    expect(desk.states()).toEqual(["sent"]);
  });

  it("is not sent when what it tells of was not saved", async () => {
    await expect(
      transaction(async (tx) => {
        await queueMail(tx, {
          kind: "gatheringCancelled",
          dedupeKey: "never",
          to: { mail: cast.fatima.mail, name: "Fatima", language: "nl" },
          data: { gatheringId: "A" },
          now: desk.clock(),
        });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
  });

  it("twice for one fact is one mail", async () => {
    await desk.queue("A", cast.fatima, "same");
    await desk.turn();
    await desk.queue("A", cast.fatima, "same");
    await desk.turn();
    expect(desk.office.delivered).toHaveLength(1);
  });

  it("is dropped when it no longer concerns its reader", async () => {
    desk.concerns = (id) => id !== "A";
    await desk.queue("A");
    await desk.queue("B");
    await desk.turn();
    expect(desk.subjects()).toEqual(["B"]);
    expect(row("SELECT state, reason, data FROM OutboxMail WHERE rowid = 1")).toEqual({
      state: "dropped",
      reason: "no longer concerns them",
      data: "{}",
    });
  });

  it("of a kind that this Kring does not know waits for one that does, and the log says so each time", async () => {
    const { composers } = desk;
    desk.composers = { ...composers, gatheringCancelled: undefined as unknown as typeof composers.gatheringCancelled };
    await desk.queue("A");
    await desk.turn();
    desk.composers = composers;
    expect(desk.states()).toEqual(["waiting"]);
    expect(complaints().join()).toContain("nobody writes mails of this kind: gatheringCancelled");
    desk.time += 31 * minute;
    await desk.restart();
    await desk.turn();
    expect(desk.subjects()).toEqual(["A"]);
  });

  it("is dropped too when that changed between two tries", async () => {
    desk.office.be({ refuses: 451 });
    await desk.queue("A");
    await desk.turn();
    desk.concerns = () => false;
    desk.office.be("kind");
    desk.time += 31 * minute;
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
    expect(desk.states()).toEqual(["dropped"]);
  });

  it("leaves by itself, soon after it was saved", async () => {
    await desk.turn();
    await desk.queue("A");
    await expect.poll(() => desk.states(), { timeout: 4_000 }).toEqual(["sent"]);
  });

  it("stays to be read where mails are kept instead of sent", async () => {
    desk.outbox = startOutbox({ ...desk, transport: ownMailbox });
    await desk.queue("A");
    await desk.turn();
    const kept = row<{ message: string; data: string }>("SELECT message, data FROM OutboxMail WHERE state = 'sent'")!;
    expect(JSON.parse(kept.message).subject).toContain("A gaat niet door");
    expect(kept.data).toBe("{}");
  });

  it("waits, with the reason beside it, while no mail server is set", async () => {
    desk.outbox = startOutbox({ ...desk, transport: null });
    await desk.queue("A");
    await desk.turn();
    await expect
      .poll(() => row("SELECT state, reason FROM OutboxMail"))
      .toEqual({ state: "waiting", reason: "no mail server is set (SMTP_URL)" });
  });
});
