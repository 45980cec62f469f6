import { describe, expect, it } from "vitest";
import { dayOrNone, line, lineOrNone, mailAddress, people, time, version, zone } from "./fields";

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

  it("may be left out where it may", () => {
    expect(lineOrNone(10).parse(undefined)).toBe("");
  });
});

describe("Other fields", () => {
  it("a mail address is kept in small letters", () => {
    expect(mailAddress("circle.nameMissing").parse(" Fatima@Kring.Example ")).toBe("fatima@kring.example");
    for (const bad of ["fatima", "fatima@", "a@b\r\nBcc: x@y.example", "a b@c.example"])
      expect(mailAddress("circle.nameMissing").safeParse(bad).success).toBe(false);
  });

  it("a day must exist", () => {
    expect(dayOrNone.parse("2028-02-29")).toBe("2028-02-29");
    expect(dayOrNone.parse("")).toBeNull();
    for (const bad of ["2026-02-29", "2026-13-01", "1-12-2026", "morgen"]) expect(dayOrNone.safeParse(bad).success).toBe(false);
  });

  it("a time may come with seconds, and must exist", () => {
    expect(time("circle.nameMissing").parse("19:30:00")).toBe("19:30");
    for (const typed of ["19.30", "19u30", "19:30"]) expect(time("circle.nameMissing").parse(typed)).toBe("19:30");
    expect(time("circle.nameMissing").parse("9.05")).toBe("09:05");
    for (const bad of ["24:00", "7 uur", "19.3", "1930"]) expect(time("circle.nameMissing").safeParse(bad).success).toBe(false);
  });

  it("a zone must be known", () => {
    expect(zone.parse("Europe/Brussels")).toBe("Europe/Brussels");
    expect(zone.safeParse("Europe/Atlantis").success).toBe(false);
  });

  it("people may be none, one, or many, each once", () => {
    expect(people.parse(undefined)).toEqual([]);
    expect(people.parse("a")).toEqual(["a"]);
    expect(people.parse(["a", "b", "a"])).toEqual(["a", "b"]);
  });

  it("a version that is no number is none", () => {
    expect(version.parse("3")).toBe(3);
    expect(version.parse("x")).toBe(0);
  });
});
