import { photoAddress } from "~/groups/frame";
import { groupQuery } from "~/policy/queries.server";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";

/** How much of what is open one page shows; whatever is beyond it stays in the story. */
export const most = { dreams: 40, goals: 120, actions: 150, reachedUnderOne: 3 } as const;

/** A face on an action. */
export interface Doer {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
}

export interface OpenDream {
  id: string;
  text: string;
  audience: Audience;
  ownerId: string;
  createdAt: string;
  goalsSet: number;
  goalsReached: number;
}

export interface OpenGoal {
  id: string;
  /** The dream it is for, when that is open and this viewer may see it. */
  dreamId: string | null;
  text: string;
  audience: Audience;
  ownerId: string;
  reachedAt: string | null;
}

export interface OpenAction {
  id: string;
  /** The goal it is for, when that is open and this viewer may see it. */
  goalId: string | null;
  text: string;
  audience: Audience;
  ownerId: string;
  dueOn: string | null;
  people: Doer[];
}

/** SQL for the people on an action, as JSON. @param action the alias that the statement gives to Action */
export const doersOf = (action: string) =>
  `(SELECT json_group_array(json_object('id', m.id, 'name', m.name, 'hue', m.hue, 'photoId', m.photoId) ORDER BY m.name, m.id)
    FROM ActionMember am JOIN Member m ON m.id = am.memberId WHERE am.actionId = ${action}.id)`;

const dreams = groupQuery<OpenDream>(
  `SELECT d.id, d.text, e.audience, coalesce(e.forId, e.authorId) AS ownerId, e.createdAt,
     count(ge.id) AS goalsSet, count(CASE WHEN ge.id IS NOT NULL THEN g.reachedAt END) AS goalsReached
   FROM Dream d CROSS JOIN Entry e ON e.id = d.id
   LEFT JOIN Goal g ON g.dreamId = d.id AND g.groupId = @groupId AND g.letGoAt IS NULL
   LEFT JOIN Entry ge ON ge.id = g.id AND ${visible("ge")}
   WHERE d.groupId = @groupId AND d.cameTrueAt IS NULL AND d.letGoAt IS NULL AND ${visible("e")}
   GROUP BY d.id ORDER BY d.id DESC LIMIT ${most.dreams + 1}`,
);
const goals = groupQuery<OpenGoal>(
  `SELECT * FROM (
   SELECT g.id, CASE WHEN de.id IS NOT NULL THEN g.dreamId END AS dreamId, g.text, e.audience,
     coalesce(e.forId, e.authorId) AS ownerId, g.reachedAt
   FROM Goal g CROSS JOIN Entry e ON e.id = g.id
   LEFT JOIN Dream d ON d.id = g.dreamId AND d.cameTrueAt IS NULL AND d.letGoAt IS NULL
   LEFT JOIN Entry de ON de.id = d.id AND ${visible("de")}
   WHERE g.groupId = @groupId AND g.reachedAt IS NULL AND g.letGoAt IS NULL AND ${visible("e")}
   UNION ALL
   SELECT id, dreamId, text, audience, ownerId, reachedAt FROM (
     SELECT g.id, g.dreamId, g.text, e.audience, coalesce(e.forId, e.authorId) AS ownerId, g.reachedAt,
       row_number() OVER (PARTITION BY g.dreamId ORDER BY g.reachedAt DESC, g.id DESC) AS place
     FROM Dream d CROSS JOIN Entry de ON de.id = d.id CROSS JOIN Goal g ON g.dreamId = d.id AND g.groupId = @groupId CROSS JOIN Entry e ON e.id = g.id
     WHERE d.groupId = @groupId AND d.cameTrueAt IS NULL AND d.letGoAt IS NULL AND ${visible("de")}
       AND g.reachedAt IS NOT NULL AND g.letGoAt IS NULL AND ${visible("e")})
   WHERE place <= ${most.reachedUnderOne})
   ORDER BY reachedAt IS NOT NULL, id DESC LIMIT ${most.goals + 1}`,
);
const actions = groupQuery<Omit<OpenAction, "people"> & { people: string }>(
  `SELECT a.id, CASE WHEN ge.id IS NOT NULL THEN a.goalId END AS goalId, a.text, e.audience,
     coalesce(e.forId, e.authorId) AS ownerId, a.dueOn, ${doersOf("a")} AS people
   FROM Action a CROSS JOIN Entry e ON e.id = a.id
   LEFT JOIN Goal g ON g.id = a.goalId AND g.reachedAt IS NULL AND g.letGoAt IS NULL
   LEFT JOIN Entry ge ON ge.id = g.id AND ${visible("ge")}
   WHERE a.groupId = @groupId AND a.doneAt IS NULL AND a.letGoAt IS NULL AND ${visible("e")}
   ORDER BY a.dueOn IS NULL, a.dueOn, a.id LIMIT ${most.actions + 1}`,
);

/** Dreams that are dreamt now, newest first, each with how far it came, counted over the goals that this viewer may see. */
export function openDreams(viewer: MemberViewer): OpenDream[] {
  return dreams.all(viewer);
}

/** Goals that are worked at now, and the latest that were reached under each open dream, newest first. */
export function openGoals(viewer: MemberViewer): OpenGoal[] {
  return goals.all(viewer);
}

/** What is promised and not yet done, soonest due first, then what has no day, with the faces of who does it. */
export function openActions(viewer: MemberViewer): OpenAction[] {
  return actions.all(viewer).map((action) => ({ ...action, people: doers(viewer, action.people) }));
}

/** What `doersOf` read, as faces. */
export function doers(viewer: MemberViewer, json: string): Doer[] {
  const people = JSON.parse(json) as { id: string; name: string; hue: number; photoId: string | null }[];
  return people.map(({ photoId, ...person }) => ({ ...person, photo: photoAddress(viewer.groupId, photoId) }));
}
