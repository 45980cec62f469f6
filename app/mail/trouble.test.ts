import { describe, expect, it } from "vitest";
import { saidOfAddress, troubleOf, waitAfter } from "./trouble";

const minute = 60_000;
const answer = (responseCode: number, command: string, response = `${responseCode} no`) => ({ responseCode, command, response, code: "E" });

describe("What an error while sending means", () => {
  it.each([
    ["a reader who is refused", answer(550, "RCPT TO"), true],
    ["a message that is refused", answer(554, "DATA"), true],
    ["a full mailbox, for now", answer(452, "RCPT TO"), false],
    ["a sender who is refused", answer(550, "MAIL FROM"), false],
    ["a wrong password", answer(535, "AUTH PLAIN"), false],
    ["a server that wants a password first", answer(530, "RCPT TO"), false],
    ["a server that greets with no", answer(554, "CONN"), false],
    ["nobody there", Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:25"), { code: "ESOCKET" }), false],
    ["something else", new Error("what?"), false],
    ["nothing to go by", undefined, false],
  ])("%s", (_, error, final) => {
    expect(troubleOf(error).final).toBe(final);
  });

  it("keeps the server's words short and on one line, and out of the log", () => {
    const { reason, code } = troubleOf(answer(550, "RCPT TO", `550-5.1.1 fatima@kring.example\r\n550 ${"x".repeat(5000)}`));
    expect(reason.length).toBeLessThan(250);
    expect(reason).not.toMatch(/[\r\n]/);
    expect(code).toBe("550");
  });

  it("says by what name the error goes, or in its own words", () => {
    expect(troubleOf(Object.assign(new Error("connect"), { code: "ESOCKET" }))).toEqual({
      final: false,
      code: "ESOCKET",
      reason: "mail server not reached (ESOCKET)",
    });
    expect(troubleOf(new Error("what?"))).toEqual({ final: false, code: "unknown", reason: "what?" });
    expect(troubleOf("plain words")).toEqual({ final: false, code: "unknown", reason: "plain words" });
    expect(troubleOf(null)).toEqual({ final: false, code: "unknown", reason: "null" });
    expect(troubleOf({ responseCode: 451, command: "DATA" })).toEqual({ final: false, code: "451", reason: "mail server answered: 451" });
    expect(troubleOf({ responseCode: 538, command: "RCPT TO", response: "538 TLS first" }).final).toBe(false);
    expect(troubleOf({ responseCode: 500, command: "DATA", response: "" })).toMatchObject({
      final: true,
      reason: "mail server answered: 500",
    });
  });
});

describe("What a server says of an address that it refuses", () => {
  it.each([
    ["550 5.1.1 No such user", "isNot"],
    ["550-5.1.1 The email account that you tried to reach", "isNot"],
    ["550 5.1.10 RESOLVER.ADR.RecipientNotFound", "isNot"],
    ["550 5.2.1 mailbox disabled", "isNot"],
    ["5.1.2", "isNot"],
    ["556 domain accepts no mail", "isNot"],
    ["552 5.2.2 mailbox full", "mayPass"],
    ["552 mailbox full", "mayPass"],
    ["550 no such person here", "mayPass"],
    ["5.0.0", "mayPass"],
    ["550 5.7.1 blocked by policy", undefined],
    ["554 5.7.1 relay access denied", undefined],
    ["550 relay not permitted", undefined],
    ["550 5.1.8 sender's address", undefined],
    ["552 5.2.3 message too big", undefined],
    ["550 5.4.1 no answer", undefined],
    ["554 no", undefined],
  ])("%s", (words, said) => {
    expect(saidOfAddress(words)).toBe(said);
  });

  it("is only heard where the reader was named, and refused for good", () => {
    expect(troubleOf(answer(550, "RCPT TO", "550 5.1.1 no")).address).toBe("isNot");
    expect(troubleOf(answer(550, "DATA", "550 5.1.1 no")).address).toBeUndefined();
    expect(troubleOf(answer(450, "RCPT TO", "450 4.2.2 full")).address).toBeUndefined();
    expect(troubleOf(answer(550, "MAIL FROM", "550 5.1.1 no")).address).toBeUndefined();
  });
});

describe("The wait before the next try", () => {
  it("doubles from a minute to six hours, and is drawn from all of it", () => {
    expect([1, 2, 3, 9, 10, 11, 500].map((tries) => waitAfter(tries, 1) / minute)).toEqual([1, 2, 4, 256, 360, 360, 360]);
    expect(waitAfter(3, 0.5)).toBe(2 * minute);
    expect(waitAfter(12, 0)).toBe(10_000);
  });
});
