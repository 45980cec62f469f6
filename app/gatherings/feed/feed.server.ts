import { type Property, text, written } from "~/calendar/ics";
import { zoneComponent } from "~/calendar/zone";
import { say } from "~/i18n/text";
import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { hashOf } from "~/platform/secrets.server";
import { groupQuery } from "~/policy/queries.server";
import { type MemberViewer, memberOf, type Person } from "~/policy/viewer.server";
import { said } from "../who-comes.server";
import { eventsOf } from "./events";
import type { FedGathering, FedSeries, Feeding } from "./fed";

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
const everySeries = groupQuery<FedSeries>(
  `SELECT id, rule, firstLocal, zone, minutes, place, endsOn, filledTo, sequence, coalesce(changedAt, createdAt) AS changedAt
   FROM Series WHERE groupId = @groupId ORDER BY id`,
);
const everyGathering = groupQuery<Omit<FedGathering, "cancelled"> & { cancelled: number }>(
  `SELECT g.id, g.seriesId, g.slotLocal, g.startLocal, g.zone, g.startsAt, g.minutes, g.place, g.cancelledAt IS NOT NULL AS cancelled,
     g.sequence, coalesce(g.changedAt, g.cancelledAt, g.createdAt) AS changedAt, ${said("r")} AS answer, r.at AS answeredAt
   FROM Gathering g LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = @me
   WHERE g.groupId = @groupId ORDER BY g.startsAt, g.id`,
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
  const all = viewers.map((viewer) => {
    const gatherings = everyGathering.all(viewer).map((one) => ({ ...one, cancelled: one.cancelled === 1 }));
    return { viewer, series: everySeries.all(viewer), gatherings };
  });
  const events = all.flatMap(({ viewer, series, gatherings }) => eventsOf(series, gatherings, feedingOf(viewer, holder)));
  const started = all.flatMap(({ series, gatherings }) => [
    ...series.map(({ zone, firstLocal }) => ({ zone, year: Number(firstLocal.slice(0, 4)) })),
    ...gatherings.map(({ zone, startLocal }) => ({ zone, year: Number(startLocal.slice(0, 4)) })),
  ]);
  const zones = [...new Set(started.map(({ zone }) => zone))].sort();
  const only = viewers.length === 1 && holder.named ? viewers[0]?.central.name : undefined;
  const name = only === undefined ? t("feed.name") : t("app.circleOf", { name: only });
  return written({
    name: "VCALENDAR",
    properties: [...head, ["NAME", text(name)], ["X-WR-CALNAME", text(name)]],
    inside: [
      ...zones.map((zone) => zoneComponent(zone, Math.min(...started.filter((one) => one.zone === zone).map(({ year }) => year)))),
      ...events,
    ],
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
    home: `${config().appUrl}/g/${viewer.groupId}/gatherings`,
    closed: viewer.closedAt !== null,
  };
}
