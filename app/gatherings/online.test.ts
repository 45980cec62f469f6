import { describe, expect, it } from "vitest";
import { mayBeOnline, onlineLink, placeOnline } from "./online";
import { gatheringForm, seriesForm, seriesToBegin } from "./schema";

const one = { day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" };
/** What a form makes of it: the link, or what is wrong. */
function typed(online: string): string {
  const found = gatheringForm.safeParse({ ...one, online });
  return found.success ? found.data.online : found.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join();
}

describe("A link to take part online", () => {
  it.each([
    ["https://meet.example.org/KringVanJan", "https://meet.example.org/KringVanJan"],
    ["  https://meet.example.org/a\n", "https://meet.example.org/a"],
    ["HTTPS://Meet.Example.org", "https://meet.example.org/"],
    ["https://meet.example.org:8443/x?pwd=Zm9v#k=1", "https://meet.example.org:8443/x?pwd=Zm9v#k=1"],
    ["https://teams.example/l/meetup-join/19%3ameeting_Njk%40thread.v2/0?context=%7b%22Tid%22%7d", null],
    ["", ""],
  ])("%s is kept", (link, kept) => expect(typed(link)).toBe(kept ?? link));

  it.each([
    "javascript:alert(1)",
    "java\u0000script:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://meet.example.org/",
    "//meet.example.org/",
    "meet.example.org/kring",
    "https:meet.example.org",
    "https://",
    "https:///",
    "https://meet.example.org/een kamer",
    "https://meet.example.org/\u00a0kamer",
    "https://meet.example.org/\r\nATTACH:https://elders.example/",
    "https://jan:geheim@meet.example.org/",
    "https://jan@meet.example.org/",
    "https://:geheim@meet.example.org/",
    "https://meet.example.org@elders.example/",
    "https://meet.example.org%2f@elders.example/",
    "https://a<b>.example/",
    "https://[::1/",
    "https://256.256.256.256/",
    "tel:+3215123456",
    "een link",
  ])("%j is refused beside its field", (link) => expect(typed(link)).toBe("online: gatherings.onlineWrong"));

  it("is refused when it is longer than five hundred letters, as typed or as it would be kept", () => {
    expect(typed(`https://meet.example.org/${"a".repeat(475)}`)).toHaveLength(500);
    expect(typed(`https://meet.example.org/${"a".repeat(476)}`)).toBe("online: error.tooLong");
    expect(typed(`https://meet.example.org/${"é".repeat(200)}`)).toBe("online: gatherings.onlineWrong");
  });

  it("is refused in a series too", () => {
    const found = seriesForm.safeParse({ ...seriesToBegin, from: "2026-12-01", place: "bij Jan thuis", online: "http://meet.example.org" });
    expect(found.error?.issues.map(({ path }) => path[0])).toEqual(["online"]);
  });

  it("holds no quote, bracket or letter beyond ASCII once it is kept", () => {
    for (const link of [
      `https://meet.example.org/"><b>?"'<>#"<>\``,
      "https://meet.example.org/\u202ekamer\u200b",
      "https://meet.example.org/é?ü#ñ",
    ])
      expect(typed(link)).toMatch(/^https:\/\/meet\.example\.org\/[!#-;=?-_a-~]*$/);
  });

  it("says to whose house it leads as browsers do: letters that look like others are shown as what they are", () => {
    expect(placeOnline(typed("https://meet.ex\u0430mple.org/kring"))?.host).toBe("meet.xn--exmple-4nf.org");
    expect(placeOnline(typed("https://bücher.example"))?.host).toBe("xn--bcher-kva.example");
    expect(placeOnline(typed("https://meet.example.org\\@elders.example/"))?.host).toBe("meet.example.org");
    expect(placeOnline(typed("https://ex%61mple.org:8443/"))?.host).toBe("example.org:8443");
    expect(placeOnline("")).toBeNull();
  });

  it("kept once is kept the same again", () => {
    const link = typed('https://Meet.example.org/é%20\\x?"');
    expect(onlineLink(link)).toBe(link);
  });

  it("is of use to who takes part online or may still, not to who comes or does not", () =>
    expect((["yes", "online", "maybe", "no", null] as const).map(mayBeOnline)).toEqual([false, true, true, false, true]));
});
