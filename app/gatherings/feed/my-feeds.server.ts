import { query } from "~/platform/query.server";
import { dayOf } from "~/platform/wall-clock";
import type { Person } from "~/policy/viewer.server";

/** A link that this person gave to a calendar. */
export interface MyFeed {
  id: string;
  /** Of which circle, or null for all. */
  groupId: string | null;
  /** Day on which it was made, in UTC. */
  since: string;
}

const mine = query<{ id: string; groupId: string | null; createdAt: string }>(
  "SELECT id, groupId, createdAt FROM Feed WHERE accountId = @accountId ORDER BY createdAt DESC, id",
);

/** This person's links for calendars, the latest first. One statement. */
export function feedsOf({ accountId }: Person): MyFeed[] {
  return mine.all({ accountId }).map(({ id, groupId, createdAt }) => ({ id, groupId, since: dayOf(createdAt, "UTC") }));
}
