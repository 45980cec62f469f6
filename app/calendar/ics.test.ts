import Ical from "ical.js";
import { describe, expect, it } from "vitest";
import { text, utc, written } from "./ics";

const event = (summary: string) =>
  written({ name: "VCALENDAR", properties: [], inside: [{ name: "VEVENT", properties: [["SUMMARY", text(summary)]] }] });
const read = (calendar: string) =>
  new Ical.Component(Ical.parse(calendar)).getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary");

describe("A calendar as RFC 5545 writes it", () => {
  it("says what was said, whatever letters are in it", () => {
    for (const said of [
      "taart; koffie, thee\\bier",
      "regel 1\nregel 2",
      "بيت صغير",
      "🎂".repeat(40),
      "é".repeat(90),
      "BEGIN:VEVENT",
      "a:b=c",
    ])
      expect(read(event(said))).toBe(said);
  });

  it("can't be broken out of: line ends of any sort stay text, and what no text may hold is left out", () => {
    const calendar = event("feest\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000\u0007\rklaar");
    expect(calendar.match(/^(BEGIN|END):\w+/gm)).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"]);
    expect(read(calendar)).toBe("feest\nEND:VEVENT\nBEGIN:VALARM\nklaar");
  });

  it("has no line of more than 75 bytes, ends each with CRLF and cuts no letter in two", () => {
    const calendar = event(`${"x".repeat(66)}é🎂${"日".repeat(80)}`);
    const lines = calendar.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendar).not.toContain("\uFFFD");
  });

  it("quotes a parameter where it must, and lets none end early", () => {
    const [line] = written({ name: "X", properties: [["ORGANIZER", "mailto:x", { CN: 'Mia "M"; de, buur\r\n' }]] }).match(/^ORG.*$/m) ?? [];
    expect(line).toBe('ORGANIZER;CN="Mia M; de, buur":mailto:x');
  });

  it("a moment is in UTC", () => {
    expect(utc("2026-12-01T18:30:00.000Z")).toBe("20261201T183000Z");
  });
});
