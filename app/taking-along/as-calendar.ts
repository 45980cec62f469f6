import { type Component, text, uidOf, utc, written } from "~/calendar/ics";
import type { Say } from "~/i18n/text";
import { minutesAfter } from "~/platform/clock.server";
import type { TakenCircle } from "./shape";

/**
 * The gatherings of circles as one calendar. Moments are in UTC: what was and what is planned stays what it is, in every calendar.
 */
export function asCalendar(circles: readonly TakenCircle[], madeAt: string, t: Say): string {
  return written({
    name: "VCALENDAR",
    properties: [
      ["VERSION", "2.0"],
      ["PRODID", "-//Kring//Kring//NL"],
      ["CALSCALE", "GREGORIAN"],
    ],
    inside: circles.flatMap((circle) => circle.gatherings.map((gathering) => event(circle, gathering, madeAt, t))),
  });
}

function event(circle: TakenCircle, gathering: TakenCircle["gatherings"][number], madeAt: string, t: Say): Component {
  const { id, startsAt, minutes, place, about, cancelledAt, createdAt } = gathering;
  return {
    name: "VEVENT",
    properties: [
      ["UID", uidOf(id)],
      ["DTSTAMP", utc(madeAt)],
      ["CREATED", utc(createdAt)],
      ["DTSTART", utc(startsAt)],
      ["DTEND", utc(minutesAfter(startsAt, minutes))],
      ["SUMMARY", text(t("app.circleOf", { name: circle.name }))],
      ["STATUS", cancelledAt ? "CANCELLED" : "CONFIRMED"],
      ...(place ? [["LOCATION", text(place)] as const] : []),
      ...(about ? [["DESCRIPTION", text(about)] as const] : []),
    ],
  };
}
