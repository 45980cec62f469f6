import { type Property, text, written } from "~/calendar/ics";
import { zonesOf } from "~/calendar/zone";
import { say } from "~/i18n/text";
import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { hashOf } from "~/platform/secrets.server";
import { type MemberViewer, memberOf, type Person } from "~/policy/viewer.server";
import { eventsOf } from "./events";
import type { Feeding } from "./fed";
import { plannedFor } from "./planned.server";

interface Holder extends Pick<Person, "accountId" | "name" | "mail" | "language"> {
  groupId: string | null;
  named: number;
  alarm: number | null;
}

const holderOf = query<Holder>(
  `SELECT f.groupId, f.named, f.alarm, a.id AS accountId, a.name, a.mail, a.language FROM Feed f JOIN Account a ON a.id = f.accountId
   WHERE f.tokenHash = @tokenHash AND a.frozenAt IS NULL`,
);
const circlesOf = query<{ groupId: string }>(
  `SELECT m.groupId FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL WHERE m.accountId = @accountId ORDER BY m.groupId`,
);
/**
 * What a calendar gets that asks with this token: the gatherings that its owner sees at this moment, as iCalendar (RFC 5545).
 * It is the same text as long as nothing changed.
 * @returns null for a token that never was or is no more, and for one of a circle that its owner is not in now
 */
export function feedFor(token: string, now: string): string | null {
  const holder = holderOf.first({ tokenHash: hashOf(token) });
  if (!holder) return null;
  const { groupId, accountId } = holder;
  const person: Person = { ...holder, operator: false };
  const circles = groupId ? [groupId] : circlesOf.all({ accountId }).map((one) => one.groupId);
  const viewers = circles.flatMap((circle) => memberOf(person, circle, now) ?? []);
  return groupId && viewers.length === 0 ? null : calendarOf(viewers, holder);
}

function calendarOf(viewers: readonly MemberViewer[], holder: Holder): string {
  const t = say(holder.language);
  const events = viewers.flatMap((viewer) => eventsOf(plannedFor(viewer), feedingOf(viewer, holder)));
  const only = viewers.length === 1 && holder.named ? viewers[0]?.central.name : undefined;
  const name = only === undefined ? t("feed.name") : t("app.circleOf", { name: only });
  return written({
    name: "VCALENDAR",
    properties: [...head, ["NAME", text(name)], ["X-WR-CALNAME", text(name)]],
    inside: [...zonesOf(events), ...events],
  });
}

/** How often a calendar is asked to look: Outlook reads the second, Apple the first, and Google neither. */
const head: Property[] = [
  ["VERSION", "2.0"],
  ["PRODID", "-//Kring//Kring//NL"],
  ["CALSCALE", "GREGORIAN"],
  ["METHOD", "PUBLISH"],
  ["REFRESH-INTERVAL", "PT1H", { VALUE: "DURATION" }],
  ["X-PUBLISHED-TTL", "PT1H"],
];

function feedingOf(viewer: MemberViewer, { language, named, alarm }: Holder): Feeding {
  return {
    t: say(language),
    now: viewer.now,
    name: named ? viewer.central.name : null,
    alarm,
    byMail: false,
    invited: null,
    home: `${config().appUrl}/g/${viewer.groupId}/gatherings`,
    closed: viewer.closedAt !== null,
  };
}
