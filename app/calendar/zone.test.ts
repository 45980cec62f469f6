import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { localOf } from "~/platform/wall-clock";
import { written } from "./ics";
import { zoneComponent } from "./zone";

/** The moment that ical.js makes of a wall-clock time in a zone that is written out, as a calendar does with each event. */
function readBack(zone: string, fromYear: number) {
  const text = written({ name: "VCALENDAR", properties: [], inside: [zoneComponent(zone, fromYear)] });
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone");
  if (!component) throw new Error("no zone");
  const read = new ICAL.Timezone({ component, tzid: zone });
  return (local: string) => {
    const time = ICAL.Time.fromDateTimeString(`${local}:00`);
    time.zone = read;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
}

/** Noon in UTC, every 27 days of these years. */
function moments(fromYear: number, toYear: number): string[] {
  const found: string[] = [];
  for (let at = Date.UTC(fromYear, 0, 2, 12); at < Date.UTC(toYear + 1, 0, 1); at += 27 * 86_400_000)
    found.push(new Date(at).toISOString());
  return found;
}

describe("A zone that is written out", () => {
  it("is for Brussels one summer and one winter, each with one rule, from 1970", () => {
    expect(written(zoneComponent("Europe/Brussels", 2026)).split("\r\n")).toEqual([
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Brussels",
      "BEGIN:DAYLIGHT",
      "DTSTART:19700329T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:19701025T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD",
      "END:VTIMEZONE",
      "",
    ]);
  });

  it("says in Brussels what the clock says there, at each change from 2006 to 2040, to the hour", () => {
    const read = readBack("Europe/Brussels", 2006);
    for (let year = 2006; year <= 2040; year++)
      for (const month of [2, 9]) {
        const last = new Date(Date.UTC(year, month + 1, 0));
        const change = Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
        for (const hour of [-3, -2, -1, 0, 1, 2]) {
          const at = new Date(change + hour * 3_600_000).toISOString();
          const local = localOf(at, "Europe/Brussels");
          // Which of the two it is in the hour that autumn gives twice, calendars do not agree on.
          if (!local.endsWith(month === 9 ? "T02:00" : "none")) expect(read(local), at).toBe(at);
        }
      }
  });

  it("is for a zone without summer time one winter, without a rule", () => {
    expect(written(zoneComponent("Africa/Kinshasa", 2026))).not.toContain("RRULE");
    expect(written(zoneComponent("Africa/Kinshasa", 2026)).match(/BEGIN:STANDARD/g)).toHaveLength(1);
  });

  it("says in every zone what the clock says there, from 2019 to 2036", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const read = readBack(zone, 2019);
      expect(
        moments(2019, 2036).filter((at) => read(localOf(at, zone)) !== at),
        zone,
      ).toEqual([]);
    }
  });
});
