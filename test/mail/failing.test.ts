import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { cast } from "../../app/demo/cast";
import { startOutbox } from "../../app/mail/sending.server";
import { outboxReport } from "../../app/mail/waiting.server";
import { config } from "../../app/platform/config.server";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { complaints } from "../complaints";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
const day = 24 * 60 * minute;
const only = () =>
  row<{ state: string; reason: string | null; attempts: number; dueAt: string; messageId: string; message: string | null }>(
    "SELECT state, reason, attempts, dueAt, messageId, message FROM OutboxMail",
  )!;

describe("When the mail server", () => {
  it("is busy (4xx), the mail goes later, once, as the same message", async () => {
    desk.office.be({ refuses: 451, words: "try again later" });
    await desk.queue("A");
    await desk.turn();
    expect(only()).toMatchObject({ state: "waiting", attempts: 1, dueAt: "2026-11-23T12:30:00.000Z" });
    expect(only().reason).toContain("451 try again later");
    const before = only();

    desk.office.be("kind");
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
    desk.time += 31 * minute;
    await desk.turn();
    expect(desk.office.delivered).toHaveLength(1);
    expect(desk.office.delivered[0]?.mail.messageId).toBe(before.messageId);
    expect(desk.office.delivered[0]?.mail.date?.toISOString()).toBe("2026-11-23T12:00:00.000Z");
    expect(only()).toMatchObject({ state: "sent", attempts: 2, reason: null });
  });

  it("hangs up after the message, it is sent again: the same bytes under the same Message-ID", async () => {
    desk.office.be("hangsUpAfterData");
    await desk.queue("A");
    await desk.turn();
    expect(desk.states()).toEqual(["waiting"]);
    desk.office.be("kind");
    desk.time += 31 * minute;
    await desk.turn();
    const [first, second] = desk.office.delivered;
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    expect(second?.raw).toBe(first?.raw);
    expect(desk.states()).toEqual(["sent"]);
  });

  it("refuses the reader (5xx), the mail is given up with the server's words", async () => {
    desk.office.be({ refuses: 550, words: "no such person here" });
    await desk.queue("A");
    await desk.queue("B", cast.tom);
    await desk.turn();
    expect(desk.states()).toEqual(["failed", "failed"]);
    expect(only()).toMatchObject({ reason: "mail server answered: 550 no such person here", message: null });
  });

  it("refuses the message itself (5xx), it is given up too", async () => {
    desk.office.be({ refuses: 554, at: "DATA" });
    await desk.queue("A");
    await desk.turn();
    expect(desk.states()).toEqual(["failed"]);
  });

  it("does not want us as a sender, mails wait: that is for the operator to repair", async () => {
    desk.office.be({ refuses: 553, at: "MAIL", words: "sender unknown" });
    await desk.queue("A");
    await desk.turn();
    expect(only()).toMatchObject({ state: "waiting", reason: "mail server answered: 553 sender unknown" });
  });

  it("is away for a day, mails wait, and go once, in order, when it is back", async () => {
    await desk.office.leave();
    for (const id of ["A", "B", "C"]) await desk.queue(id);
    for (let turn = 0; turn < 10; turn += 1) {
      await desk.turn();
      desk.time += day / 10;
    }
    expect(desk.states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(only().reason).toBe("mail server not reached (ESOCKET)");
    await desk.office.comeBack();
    await desk.turn();
    expect(desk.subjects()).toEqual(["A", "B", "C"]);
    await desk.turn();
    expect(desk.office.delivered).toHaveLength(3);
  });

  it("stays away for five days, the mail is given up, and the next one goes on its own", async () => {
    await desk.office.leave();
    await desk.queue("A");
    await desk.turn();
    for (let tries = 1; tries < 10; tries += 1) {
      desk.time += day / 2 + minute;
      await desk.turn();
    }
    desk.time += day / 2 + minute;
    await desk.queue("B");
    await desk.turn();
    await desk.turn();
    expect(desk.states()).toEqual(["failed", "waiting"]);
  });
});

describe("When our own clock", () => {
  it("ran ahead and came back, what is queued or waits leaves at once, and not after days", async () => {
    desk.time += 5 * day;
    await desk.queue("A", cast.tom);
    await desk.office.leave();
    await desk.queue("B");
    await desk.turn();
    desk.time -= 5 * day;
    await desk.office.comeBack();
    await desk.queue("C");
    await desk.turn();
    await desk.turn();
    expect(desk.subjects().sort()).toEqual(["A", "B", "C"]);
  });

  it("runs ahead for days, a mail that failed once is not given up", async () => {
    await desk.office.leave();
    await desk.queue("A");
    desk.time += 6 * day;
    await desk.turn();
    expect(desk.states()).toEqual(["waiting"]);
  });
});

describe("When our own server", () => {
  it("stops, waiting mails go after it has started again", async () => {
    await desk.office.leave();
    await desk.queue("A");
    await desk.turn();
    await desk.restart();
    await desk.office.comeBack();
    desk.time += 31 * minute;
    await desk.turn();
    expect(desk.subjects()).toEqual(["A"]);
  });

  it("stopped with a mail on the wire, it is sent again after a minute, not before", async () => {
    await desk.queue("A");
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state: "sending", claimedAt: desk.clock(), attempts: 1 } }));
    await desk.queue("B");
    desk.time += minute - 1;
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
    desk.time += 2;
    await desk.turn();
    expect(desk.subjects()).toEqual(["A", "B"]);
  });

  it("is stopped while mails go, it finishes those and starts no others", async () => {
    for (const id of ["A", "B", "C"]) await desk.queue(id);
    const going = desk.turn();
    await desk.restart();
    await going;
    expect(desk.states().filter((state) => state === "sending")).toEqual([]);
    const gone = desk.office.delivered.length;
    await desk.turn();
    expect(desk.subjects()).toEqual(["A", "B", "C"]);
    expect(gone).toBeLessThan(3);
  });

  it("had its clock set back, a mail that was on the wire is not forgotten", async () => {
    await desk.queue("A");
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state: "sending", claimedAt: "2026-11-24T12:00:00.000Z", attempts: 1 } }));
    await desk.turn();
    expect(desk.subjects()).toEqual(["A"]);
  });

  it("can't note anything (a full disk), it sends nothing, and does not wear itself out", async () => {
    const file = new Database(config().database);
    file.exec("CREATE TRIGGER full BEFORE UPDATE ON OutboxMail BEGIN SELECT raise(ABORT, 'disk is full'); END");
    await desk.queue("A");
    let asked = 0;
    desk.concerns = () => {
      asked += 1;
      return true;
    };
    desk.outbox = startOutbox({ ...desk });
    await new Promise((done) => setTimeout(done, 500));
    expect(asked).toBeLessThan(6);
    expect(desk.office.delivered).toEqual([]);
    await desk.restart();
    expect(complaints()).toContainEqual(expect.stringContaining("outbox failed"));
    file.exec("DROP TRIGGER full");
    file.close();
    await desk.turn();
    expect(desk.subjects()).toEqual(["A"]);
  });
});

describe("The operator's report", () => {
  it("says what waits and why, without whole addresses", async () => {
    expect(outboxReport(desk.clock())).toContain("Nothing waits");
    desk.office.be({ refuses: 451, words: "too busy", whom: cast.fatima.mail });
    await desk.queue("A");
    await desk.queue("B", cast.tom);
    await desk.turn();
    desk.time += 5 * minute;
    const report = outboxReport(desk.clock());
    expect(report).toContain("f…@kring.example");
    expect(report).toContain("451 too busy");
    expect(report).toMatch(/gatheringCancelled +waiting +1/);
    expect(report).toMatch(/gatheringCancelled +sent +1/);
    expect(report).toContain("oldest waits since 2026-11-23 12:00");
    expect(report).not.toContain("fatima");
  });

  it("does not count as waiting what was given up, and shortens each address that a server repeats", async () => {
    desk.office.be({ refuses: 550, words: "no tom@kring.example here, nor <an@kring.example>" });
    await desk.queue("A", cast.tom);
    await desk.turn();
    const report = outboxReport(desk.clock());
    expect(report).toContain("Nothing waits.");
    expect(report).toMatch(/failed +gatheringCancelled +t…@kring\.example +2026-11-23 12:00 +1 /);
    expect(report).toContain("no t…@kring.example here, nor <a…@kring.example>");
  });
});
