import { describe, expect, it } from "vitest";
import {
  day,
  dayOrNone,
  line,
  lineOrNone,
  mailAddress,
  mailOrNone,
  oneOf,
  people,
  ticked,
  time,
  timeOrNone,
  version,
  zone,
} from "./fields";

const saidOf = (schema: { safeParse(typed: unknown): { error?: { issues: { message: string }[] } | undefined } }, typed: unknown) =>
  schema.safeParse(typed).error?.issues[0]?.message;

const name = line(100, "circle.nameMissing");

describe("A line of text", () => {
  it("keeps what people write, in every alphabet", () => {
    for (const text of ["J", "فاطمة", "Zoë van 't Hof-D'haese", "👩‍👩‍👧‍👦", "李"]) expect(name.parse(text)).toBe(text);
  });

  it("is one line, without white space around it", () => {
    expect(name.parse("  Jan\r\n  Peeters\t ")).toBe("Jan Peeters");
  });

  it("loses NUL, control characters and the marks that turn text around", () => {
    expect(name.parse("Jan\u0000\u202ePeeters\u2069")).toBe("JanPeeters");
  });

  it("is refused when nothing is left of it", () => {
    for (const text of ["", "   ", "\u0000", "\n"]) expect(name.safeParse(text).error?.issues[0]?.message).toBe("circle.nameMissing");
    expect(name.safeParse(undefined).error?.issues[0]?.message).toBe("circle.nameMissing");
    expect(name.safeParse(["Jan", "Piet"]).success).toBe(false);
  });

  it("is refused when it is too long, with the length that fits", () => {
    expect(name.safeParse("x".repeat(101)).error?.issues[0]).toMatchObject({ message: "error.tooLong", maximum: 100 });
    expect(name.parse("x".repeat(100))).toHaveLength(100);
  });

  it("may be left out where it may, and is one line there too", () => {
    expect(lineOrNone(10).parse(undefined)).toBe("");
    expect(lineOrNone(10).parse(" Jan \r  P ")).toBe("Jan P");
    expect(saidOf(lineOrNone(3), "Jans")).toBe("error.tooLong");
  });

  it("keeps two words apart where an old browser broke the line", () => {
    expect(name.parse("Jan\rPeeters")).toBe("Jan Peeters");
  });
});

describe("Other fields", () => {
  it("a mail address is kept in small letters", () => {
    expect(mailAddress("circle.nameMissing").parse(" Fatima@Kring.Example ")).toBe("fatima@kring.example");
    for (const bad of ["fatima", "fatima@", "a@b\r\nBcc: x@y.example", "a b@c.example"])
      expect(saidOf(mailAddress("circle.nameMissing"), bad)).toBe("error.mailWrong");
    expect(saidOf(mailAddress("circle.nameMissing"), "")).toBe("circle.nameMissing");
    expect(mailOrNone.parse(" Fatima@Kring.Example ")).toBe("fatima@kring.example");
    for (const none of [undefined, "", "  "]) expect(mailOrNone.parse(none)).toBeNull();
    expect(saidOf(mailOrNone, "fatima")).toBe("error.mailWrong");
    expect(saidOf(mailOrNone, `${"x".repeat(250)}@k.example`)).toBe("error.tooLong");
  });

  it("a day must exist", () => {
    expect(dayOrNone.parse("2028-02-29")).toBe("2028-02-29");
    expect(dayOrNone.parse("")).toBeNull();
    for (const bad of ["2026-02-29", "2026-13-01", "1-12-2026", "morgen"])
      for (const field of [dayOrNone, day("gatherings.oneDayMissing")]) expect(saidOf(field, bad)).toBe("error.dayWrong");
    expect(day("gatherings.oneDayMissing").parse(" 2026-12-01 ")).toBe("2026-12-01");
    expect(saidOf(day("gatherings.oneDayMissing"), "")).toBe("gatherings.oneDayMissing");
    for (const none of [undefined, "", " "]) expect(dayOrNone.parse(none)).toBeNull();
  });

  it("a time may come with seconds, and must exist", () => {
    expect(time("circle.nameMissing").parse("19:30:00")).toBe("19:30");
    for (const typed of ["19.30", "19u30", "19:30"]) expect(time("circle.nameMissing").parse(typed)).toBe("19:30");
    expect(time("circle.nameMissing").parse("9.05")).toBe("09:05");
    for (const bad of ["24:00", "7 uur", "19.3", "1930", "om 9.05", "9.05 uur"])
      expect(saidOf(time("circle.nameMissing"), bad)).toBe("error.timeWrong");
    expect(timeOrNone.parse("19u30")).toBe("19:30");
    for (const none of [undefined, "", " "]) expect(timeOrNone.parse(none)).toBeNull();
    expect(saidOf(timeOrNone, "24:00")).toBe("error.timeWrong");
  });

  it("a zone must be known", () => {
    expect(zone.parse("Europe/Brussels")).toBe("Europe/Brussels");
    for (const bad of ["Europe/Atlantis", ""]) expect(saidOf(zone, bad)).toBe("error.zoneWrong");
    expect(saidOf(zone, "x".repeat(65))).toBe("error.tooLong");
  });

  it("people may be none, one, or many, each once", () => {
    for (const none of [undefined, ""]) expect(people.parse(none)).toEqual([]);
    expect(people.parse("a")).toEqual(["a"]);
    expect(people.parse(["a", "b", "a"])).toEqual(["a", "b"]);
  });

  it("a box is ticked or not, and one of a list is of that list", () => {
    expect([undefined, "", "on", "x"].map((typed) => ticked.parse(typed))).toEqual([false, false, true, true]);
    const kind = oneOf(["a", "b"], "circle.nameMissing");
    expect(kind.parse("b")).toBe("b");
    for (const bad of ["c", undefined]) expect(saidOf(kind, bad)).toBe("circle.nameMissing");
  });

  it("a version that is no number is none", () => {
    for (const bad of ["1.5", undefined, ["1", "2"]]) expect(version.parse(bad)).toBe(0);
    expect(version.parse("3")).toBe(3);
    expect(version.parse("x")).toBe(0);
  });
});
