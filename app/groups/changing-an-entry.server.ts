import { NotAllowed, notFound, Overtaken } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import { addStoryLine } from "./adding-a-story-line.server";
import type { EntryKind } from "./creating-an-entry.server";

/** An entry that someone is about to change. */
export interface OpenEntry {
  id: string;
  audience: Audience;
  authorId: string;
  /** Whose it is: what an assistant wrote for the central person is the central person's. */
  ownerId: string;
  version: number;
}

/** The entry that an act is about. @throws 404 when there is none that this viewer may see */
export async function entryOf(tx: Transaction, viewer: MemberViewer, kind: EntryKind, id: string): Promise<OpenEntry> {
  const entry = await tx.entry.findFirst({ where: { ...visibleEntry(viewer), id, kind } });
  if (!entry) throw notFound();
  return { ...entry, audience: entry.audience as Audience, ownerId: entry.forId ?? entry.authorId };
}

/** What a form of change says of the entry itself: the version it showed, and for whom it is to be (left out: as it is). */
interface Change {
  version: number;
  audience?: Audience | undefined;
}

/**
 * Takes the entry to its next version, for the audience that the form asks for. A change of audience is told apart, and
 * never shown: it would say what was hidden from whom.
 * @param theirs what stands there now, by field, for when somebody else has saved since
 * @throws Overtaken then, and NotAllowed when the audience is not this viewer's to change
 */
export async function changeEntry(tx: Transaction, viewer: MemberViewer, entry: OpenEntry, change: Change, theirs: Record<string, string>) {
  const audience = change.audience ?? entry.audience;
  const { count } = await tx.entry.updateMany({
    where: { ...visibleEntry(viewer), id: entry.id, version: change.version },
    data: { audience, version: { increment: 1 } },
  });
  if (count === 0) throw new Overtaken(change.audience ? { ...theirs, audience: entry.audience } : theirs, entry.version);
  if (audience === entry.audience) return;
  const by = actor(viewer, "entry.changeAudience", entry.ownerId);
  if (!by) throw new NotAllowed({ key: "refusal.mayNot", values: { name: viewer.central.name } }, "audience");
  await addStoryLine(tx, viewer, by, "audienceChanged", { from: entry.audience, to: audience }, { entryId: entry.id });
}
