import { describe, expect, it } from "vitest";
import { replyIn } from "./reply";

const reply = (change: (lines: string[]) => string[] = (lines) => lines) =>
  change([
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "BEGIN:VTIMEZONE",
    "TZID:Romance Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    'ATTENDEE;PARTSTAT=ACCEPTED;CN="El Amrani, Fatima: x;y":MAILTO:Fatima@Kring.example',
    "UID:01",
    " ABC@kring",
    "DTSTAMP:20261123T120000Z",
    "SEQUENCE:3",
    "END:VEVENT",
    "END:VCALENDAR",
  ]).join("\r\n");

describe("An answer that a calendar wrote", () => {
  it("is read in the shapes of Outlook, Google and Apple", () => {
    const read = {
      uid: "01ABC@kring",
      recurrence: null,
      attendee: "fatima@kring.example",
      answer: "yes",
      sequence: 3,
      at: "2026-11-23T12:00:00.000Z",
    };
    expect(replyIn(reply())).toEqual(read);
    expect(replyIn(reply().replaceAll("\r\n", "\n"))).toEqual(read);
    const one = (line: string) => replyIn(reply((lines) => lines.toSpliced(13, 0, line)))?.recurrence;
    expect(one("RECURRENCE-ID;TZID=Romance Standard Time:20270105T193000")).toEqual({
      value: "20270105T193000",
      zone: "Romance Standard Time",
    });
    expect(one("RECURRENCE-ID:20270105T183000Z")).toEqual({ value: "20270105T183000Z", zone: null });
  });

  it("is none when it is about nobody, several, no event, or asks something", () => {
    const without = (name: string) => reply((lines) => lines.filter((line) => !line.startsWith(name)));
    for (const name of ["METHOD", "ATTENDEE", "UID", "DTSTAMP", "BEGIN:VCAL", "BEGIN:VEVENT"])
      expect(replyIn(without(name)), name).toBeNull();
    for (const [from, to] of [
      ["METHOD:REPLY", "METHOD:COUNTER"],
      ["PARTSTAT=ACCEPTED", "PARTSTAT=DELEGATED"],
      ["MAILTO:Fatima@Kring.example", "tel:0470"],
      ["DTSTAMP:20261123T120000Z", "DTSTAMP:20261399T120000Z"],
      ["SEQUENCE:3", "ATTENDEE;PARTSTAT=DECLINED:mailto:tom@kring.example"],
    ] as const)
      expect(replyIn(reply().replace(from, to)), to).toBeNull();
    expect(replyIn("")).toBeNull();
    expect(replyIn(reply((lines) => [...lines, ...Array(3_000).fill("X:1")]))).toBeNull();
  });

  it("is read at once, also with a line that can be read in many ways", () => {
    expect(replyIn(reply((lines) => lines.toSpliced(13, 0, `A${";a=b=c".repeat(300)}`)))?.answer).toBe("yes");
  });
});
