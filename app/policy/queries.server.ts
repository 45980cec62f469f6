import { query, readWithin, type Values } from "~/platform/query.server";
import type { Transaction } from "~/platform/transaction.server";
import type { LinkViewer, MemberViewer, StaffViewer } from "./viewer.server";
import { audiencesOf } from "./visible.server";

/** A read that only a viewer can make: whose rows it may find, the door binds, and never the place that asks. */
export interface ViewerQuery<Viewer, Row> {
  readonly sql: string;
  all(viewer: Viewer, values?: Values): Row[];
  first(viewer: Viewer, values?: Values): Row | undefined;
  /** The same within an act, which sees what that has written. */
  within(tx: Transaction, viewer: Viewer, values?: Values): Row[];
}

const registered = new Map<string, readonly string[]>();

/** A door for one kind of viewer. @param bound what it binds; a value of the same name from elsewhere never wins */
function door<Viewer>(names: readonly string[], bound: (viewer: Viewer) => Values) {
  return <Row>(sql: string): ViewerQuery<Viewer, Row> => {
    registered.set(sql, names);
    const read = query<Row>(sql);
    return {
      sql,
      all: (viewer, values) => read.all({ ...values, ...bound(viewer) }),
      first: (viewer, values) => read.first({ ...values, ...bound(viewer) }),
      within: (tx, viewer, values) => readWithin(tx, read, { ...values, ...bound(viewer) }),
    };
  };
}

/**
 * A read of rows of a group, for a member of it: the only one there is. Binds `@groupId`, `@me` (the member), `@now`,
 * `@today` and `@audiences` (JSON, read by `visible`). Written once, at the top level of its file.
 */
export const groupQuery = door<MemberViewer>(["groupId", "me", "now", "today", "audiences"], (viewer) => ({
  groupId: viewer.groupId,
  me: viewer.memberId,
  now: viewer.now,
  today: viewer.today,
  audiences: JSON.stringify(audiencesOf(viewer)),
}));

/** A way to read rows of a group. */
export type Reading = <Row>(read: ViewerQuery<MemberViewer, Row>, values?: Values) => Row[];

/** How a member reads: for a page; or, with its transaction, within an act that does what a page said. */
export function readingAs(viewer: MemberViewer, tx?: Transaction): Reading {
  return (read, values) => (tx ? read.within(tx, viewer, values) : read.all(viewer, values));
}

/** A read for whoever holds a link from a mail. Binds `@groupId`, `@me`, `@gatheringId`, `@pollId` and `@now`. */
export const linkQuery = door<LinkViewer>(["groupId", "me", "gatheringId", "pollId", "now"], (link) => ({
  groupId: link.groupId,
  me: link.memberId,
  gatheringId: link.gatheringId,
  pollId: link.pollId,
  now: link.now,
}));

/** A read for the staff of an organisation, of what is no content. Binds `@organisationId`, `@accountId` and `@now`. */
export const staffQuery = door<StaffViewer>(["organisationId", "accountId", "now"], (viewer) => ({
  organisationId: viewer.organisationId,
  accountId: viewer.accountId,
  now: viewer.now,
}));

/** The text of every read through a door, with what its door binds; a test checks that each asks for one group alone. */
export function viewerQueries(): ReadonlyMap<string, readonly string[]> {
  return registered;
}
