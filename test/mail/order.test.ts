import { describe, expect, it } from "vitest";
import { askForCode } from "../../app/accounts/signing-in.server";
import { cast } from "../../app/demo/cast";
import { row } from "../../app/platform/query.server";
import { complaints } from "../complaints";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();

describe("To one person", () => {
  it("mails go in the order in which they were queued", async () => {
    for (const id of ["A", "B", "C", "D", "E", "F"]) await desk.queue(id, id < "C" ? cast.fatima : cast.tom);
    await desk.turn();
    expect(desk.subjects(cast.fatima.mail)).toEqual(["A", "B"]);
    expect(desk.subjects(cast.tom.mail)).toEqual(["C", "D", "E", "F"]);
  });

  it("a later mail waits for an earlier one that failed; others get theirs", async () => {
    desk.office.be({ refuses: 450, whom: cast.fatima.mail });
    await desk.queue("A", cast.fatima);
    await desk.queue("B", cast.fatima);
    await desk.queue("C", cast.tom);
    await desk.turn();
    expect(desk.subjects()).toEqual(["C"]);
    expect(desk.states()).toEqual(["waiting", "waiting", "sent"]);
    desk.office.be("kind");
    desk.time += 31 * minute;
    await desk.turn();
    expect(desk.subjects()).toEqual(["C", "A", "B"]);
  });

  it("a mail to sign in with waits for no other, and holds up none", async () => {
    desk.office.be({ refuses: 450, whom: cast.fatima.mail, at: "DATA" });
    await desk.queue("A");
    await desk.turn();
    desk.office.be("kind");
    await askForCode(cast.fatima.mail, "/me", "nl", desk.clock());
    await desk.turn();
    expect(desk.subjects()).toEqual(["Meld je aan bij Kring"]);

    desk.office.be({ refuses: 450 });
    await askForCode(cast.tom.mail, "/me", "nl", desk.clock());
    await desk.turn();
    desk.office.be("kind");
    await desk.queue("B", cast.tom);
    await desk.turn();
    expect(desk.subjects()).toEqual(["Meld je aan bij Kring", "B"]);
  });

  it("a code that is too old by the time it could leave is not sent", async () => {
    await desk.office.leave();
    await askForCode(cast.fatima.mail, "/me", "nl", desk.clock());
    await desk.turn();
    await desk.office.comeBack();
    desk.time += 31 * minute;
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
    expect(desk.states()).toEqual(["dropped"]);
  });

  it("a mail that can't be written holds up no other, and is tried again", async () => {
    await desk.queueKind("invitation", { invitationId: "1", token: "2" });
    await desk.queue("A");
    await desk.turn();
    await desk.turn();
    expect(desk.subjects()).toEqual(["A"]);
    expect(row("SELECT state, attempts, reason FROM OutboxMail WHERE rowid = 1")).toEqual({
      state: "waiting",
      attempts: 1,
      reason: "could not be written; see the log",
    });
    expect(complaints()).toEqual([expect.stringContaining("a fault in the composer")]);
  });
});
