import { notFound } from "~/platform/refusal";
import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import { helperRoles, type Ring, type Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { assists, byMail, isUnreached } from "./belonging";
import { ringOf } from "./circle.server";
import { photoAddress } from "./frame";
import type { InvitationWay } from "./inviting.server";
import { givenRoles } from "./schema";
import type { Capacity } from "./starting.server";
import { readsOfUnreached } from "./who-reads-of-unreached";

interface PersonRow {
  id: string;
  name: string;
  relation: string;
  mail: string | null;
  hue: number;
  photoId: string | null;
  birthday: string | null;
  version: number;
  joined: number;
  role: Role;
  ring: Ring | null;
  capacity: Capacity | null;
  function: string | null;
  service: string | null;
  since: string;
  until: string | null;
  assists: number;
  askedAt: string | null;
  askedUntil: string | null;
  withdrawnAt: string | null;
  reportedAt: string | null;
  way: InvitationWay | null;
  mailFailed: number;
  unreached: number;
}

/** How it stands with asking somebody in. `none`: never, or it went out of date; `over`: taken back, or they said no;
 * `wrong`: it reached somebody who does not know the circle. */
export type Asking = { state: "joined" | "none" | "over" | "wrong" } | { state: "asked"; on: string; until: string; way: InvitationWay };

const onePerson = groupQuery<PersonRow>(
  `SELECT m.id, m.name, m.relation, m.mail, m.hue, m.photoId, m.birthday, m.version, ${byMail("m")} AS joined,
       s.role, s.ring, s.capacity, s.function, s.service, s.until,
       (SELECT min(x.since) FROM Membership x WHERE x.memberId = m.id) AS since,
       ${assists("m")} AS assists,
       i.createdAt AS askedAt, i.expiresAt AS askedUntil, i.withdrawnAt, i.reportedAt, i.way,
       coalesce((SELECT o.state = 'failed' FROM OutboxMail o WHERE o.memberId = m.id ORDER BY o.createdAt DESC, o.id DESC LIMIT 1), 0) AS mailFailed,
       ${isUnreached("m")} AS unreached
     FROM Member m
     JOIN Membership s ON s.id = (SELECT x.id FROM Membership x WHERE x.memberId = m.id ORDER BY x.until IS NOT NULL, x.since DESC, x.id DESC LIMIT 1)
     LEFT JOIN Invitation i ON i.id = (SELECT y.id FROM Invitation y WHERE y.groupId = @groupId AND y.memberId = m.id ORDER BY y.id DESC LIMIT 1)
     WHERE m.groupId = @groupId AND m.id = @memberId`,
);

/**
 * The page of one person: who they are in the circle and since when. Days are in the group's zone. One statement.
 * @throws 404 for somebody of another circle as for nobody
 */
export function memberNow(viewer: MemberViewer, memberId: string) {
  const found = onePerson.first(viewer, { memberId });
  if (!found) throw notFound();
  return shown(viewer, found);
}

function shown(viewer: MemberViewer, found: PersonRow) {
  const { id, name, relation, hue, photoId, birthday, version, role, capacity, function: work, service } = found;
  const here = found.until === null;
  const mayInvite = here && may(viewer, "member.invite");
  const mayChange = here && may(viewer, "member.change", id);
  const asking = askingOf(viewer, found);
  const unreached = here && found.unreached === 1;
  const given = givenRoles.some((one) => one === role);
  return {
    person: {
      id,
      name,
      relation,
      hue,
      photo: photoAddress(viewer.groupId, photoId, "large"),
      birthday: here ? birthday : null,
      version,
      role,
      ring: role === "central" ? null : ringOf(found.ring, role),
      capacity,
      function: work,
      service,
      assists: found.assists === 1,
      you: id === viewer.memberId,
      since: dayOf(found.since, viewer.zone),
      until: here || !found.until ? null : dayOf(found.until, viewer.zone),
      mail: may(viewer, "member.reach", id) ? found.mail : null,
      asking: mayInvite ? asking : null,
      mailFailed: mayInvite && found.mailFailed === 1 && !unreached ? found.mail : null,
      unreached: unreached && readsOfUnreached(viewer, found),
    },
    /** Signs in here by mail. */
    joined: found.joined === 1,
    can: {
      reach: may(viewer, "member.reach", id),
      change: mayChange,
      mails: here && found.joined === 1 && may(viewer, "mails.choose", id),
      birthday: here && may(viewer, "member.birthday", id),
      clock: here && may(viewer, "member.clock", id),
      place: here && may(viewer, "member.place") && given,
      invite: mayInvite && found.mail !== null && asking.state !== "joined",
      onPaper: mayInvite && asking.state !== "joined",
      withdraw: mayInvite && asking.state === "asked",
      leave: here && id === viewer.memberId && may(viewer, "member.leave", id),
      letGo:
        here && id !== viewer.memberId && given && may(viewer, "member.letGo") && (found.assists === 0 || may(viewer, "helper.end", id)),
      card: here && (id === viewer.central.id || found.joined === 0) && may(viewer, "card.void"),
      takeBack: !here && given && may(viewer, "member.add"),
      nameHelper: here && found.assists === 0 && helperRoles.some((given) => given === role) && may(viewer, "helper.name"),
      endHelp: found.assists === 1 && may(viewer, "helper.end", id),
    },
  };
}

function askingOf(viewer: MemberViewer, { joined, askedAt, askedUntil, withdrawnAt, reportedAt, way }: PersonRow): Asking {
  if (joined === 1) return { state: "joined" };
  if (reportedAt) return { state: "wrong" };
  if (withdrawnAt) return { state: "over" };
  if (!askedAt || !askedUntil || askedUntil <= viewer.now) return { state: "none" };
  return { state: "asked", on: dayOf(askedAt, viewer.zone), until: dayOf(askedUntil, viewer.zone), way: way ?? "mail" };
}
