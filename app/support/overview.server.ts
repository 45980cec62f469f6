import { photoAddress } from "~/groups/frame";
import { membersNow } from "~/groups/members-now.server";
import { notFound } from "~/platform/refusal";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";
import type { Domain } from "./domains";

/** How much of what is now, and of what was, one page shows; of what was, fewer until somebody asks for more. */
const [mostNow, mostPast, latestPast] = [300, 20, 5];

interface Noted {
  id: string;
  what: string;
  domain: Domain;
  paid: 0 | 1;
  /** Days in the group's zone; `until` is the first day that it is not there any more. */
  since: string;
  until: string | null;
  audience: Audience;
  version: number;
  ownerId: string;
  memberId: string | null;
  service: string | null;
  name: string | null;
  hue: number | null;
  photoId: string | null;
}

const noted = `SELECT s.id, s.what, s.domain, s.paid, s.since, s.until, e.audience, e.version, coalesce(e.forId, e.authorId) AS ownerId,
    s.memberId, s.service, m.name, m.hue, m.photoId
  FROM Support s CROSS JOIN Entry e ON e.id = s.id LEFT JOIN Member m ON m.id = s.memberId
  WHERE s.groupId = @groupId AND ${visible("e")}`;
const nowThere = groupQuery<Noted>(`${noted} AND (s.until IS NULL OR s.until > @today) ORDER BY s.paid, s.since, s.id LIMIT ${mostNow}`);
const stopped = groupQuery<Noted>(
  `${noted} AND s.until <= @today
     AND (@before IS NULL OR (s.until, s.id) < (SELECT b.until, b.id FROM Support b WHERE b.id = @before AND b.groupId = @groupId))
   ORDER BY s.until DESC, s.id DESC LIMIT ${mostPast + 1}`,
);
const oneNoted = groupQuery<Noted>(`${noted} AND s.id = @id`);

function shown(viewer: MemberViewer) {
  return ({ ownerId, paid, name, hue, photoId, ...support }: Noted) => {
    const face = name !== null && hue !== null ? { name, hue, photo: photoAddress(viewer.groupId, photoId) } : null;
    const about = [ownerId, support.memberId ?? ""];
    return {
      ...support,
      paid: paid === 1,
      who: name ?? support.service ?? "",
      face,
      can: { change: may(viewer, "entry.change", about), changeAudience: may(viewer, "entry.changeAudience", ownerId) },
    };
  };
}

export type SupportShown = ReturnType<ReturnType<typeof shown>>;

/**
 * Who supports what: now, with how much of it is paid, and what has stopped, latest first. Two statements, and one more
 * for what was pressed just now.
 * @param asked ids from the address: `just` was ended just now, `before` is the last one of the page of what has stopped
 */
export function supportOverview(viewer: MemberViewer, asked: { just?: string | null; before?: string | null } = {}) {
  const now = nowThere.all(viewer).map(shown(viewer));
  const past = stopped.all(viewer, { before: asked.before ?? null }).map(shown(viewer));
  const onPage = past.slice(0, asked.before ? mostPast : latestPast);
  const paid = now.filter((support) => support.paid).length;
  return {
    now,
    counts: { paid, network: now.length - paid },
    past: onPage,
    older: past.length > onPage.length ? (onPage.at(-1)?.id ?? null) : null,
    just: asked.just ? justEnded(viewer, asked.just) : null,
    can: { note: may(viewer, "support.note", viewer.memberId) },
  };
}

function justEnded(viewer: MemberViewer, id: string): SupportShown | null {
  const found = oneNoted.first(viewer, { id });
  return found?.until ? shown(viewer)(found) : null;
}

/** One noted support as it is now. @throws 404 when there is none that this viewer may see */
export function supportAsItIs(viewer: MemberViewer, id: string) {
  const found = oneNoted.first(viewer, { id });
  if (!found) throw notFound();
  return { ...shown(viewer)(found), about: [found.ownerId, found.memberId ?? ""] };
}

/**
 * Whose support this viewer may note: anybody's and services', or only their own. One statement.
 * @param noted what is being changed: whoever it is of stays on offer, also when they have left
 */
export function whoMayBeNoted(viewer: MemberViewer, noted?: SupportShown) {
  const services = may(viewer, "support.note");
  const people = membersNow(viewer).filter((person) => may(viewer, "support.note", person.id));
  const { memberId = null, face = null } = noted ?? {};
  const left = memberId && face && !people.some((person) => person.id === memberId) ? [{ id: memberId, ...face }] : [];
  return { services, people: [...people, ...left] };
}
