import type { Transaction } from "~/platform/transaction.server";
import { allWithin, runWithin } from "~/platform/writer.server";

interface Known {
  id: string;
  groupId: string;
}

interface KeptLine {
  id: string;
  kind: string;
  memberId: string | null;
  entryId: string | null;
  detail: string;
}

/**
 * Takes somebody's name out of the story of a circle, wherever a line keeps it: what they did and what was done with them
 * stays told, of somebody. What they said as they left goes.
 * @param somebody what they are called from now on
 */
export function nameless(_tx: Transaction, { id, groupId }: Known, somebody: string): void {
  const names = namesOf(id);
  const theirEntries = entriesOf(id);
  const ambiguous = otherBears(groupId, id, names);
  runWithin("DELETE FROM StoryLine WHERE groupId = ? AND byId = ? AND kind = 'goodbyeSaid'", [groupId, id]);
  const clean = (line: KeptLine) => {
    const theirs = !ambiguous || (line.entryId !== null && theirEntries.has(line.entryId));
    const before = JSON.parse(line.detail) as Record<string, unknown>;
    return JSON.stringify(withoutName(before, line, { id, names, somebody, theirs }));
  };
  for (const line of linesWith(groupId, id, names)) {
    const detail = clean(line);
    if (detail !== line.detail) runWithin("UPDATE StoryLine SET detail = ? WHERE id = ?", [detail, line.id]);
  }
  runWithin("UPDATE StoryLine SET byName = ? WHERE groupId = ? AND byId = ?", [somebody, groupId, id]);
  runWithin("UPDATE StoryLine SET forName = ? WHERE groupId = ? AND forId = ?", [somebody, groupId, id]);
}

interface Wiping {
  id: string;
  names: ReadonlySet<string>;
  somebody: string;
  /** No other in the circle bears such a name, or the line is about what is theirs. */
  theirs: boolean;
}

function withoutName(detail: Record<string, unknown>, { kind, memberId }: KeptLine, { id, names, somebody, theirs }: Wiping) {
  const wiped = (name: unknown) => (typeof name === "string" && names.has(name) ? somebody : name);
  const out = { ...detail };
  if ("name" in out && memberId === id && kind !== "handedOver") out.name = somebody;
  if (kind === "handedOver") for (const name of names) out.name = String(out.name).replaceAll(name, somebody);
  if (theirs && "who" in out) out.who = wiped(out.who);
  if (theirs && Array.isArray(out.names)) out.names = out.names.map(wiped);
  return out;
}

/** What they are and were called in this circle. */
function namesOf(id: string): Set<string> {
  const found = allWithin<{ name: string | null }>(
    `SELECT name FROM Member WHERE id = @id UNION SELECT byName FROM StoryLine WHERE byId = @id UNION SELECT forName FROM StoryLine WHERE forId = @id
     UNION SELECT json_extract(detail, '$.name') FROM StoryLine WHERE memberId = @id AND kind <> 'handedOver'`,
    { id },
  );
  return new Set(found.flatMap(({ name }) => name || []));
}

function entriesOf(id: string): Set<string> {
  const found = allWithin<{ id: string }>(
    "SELECT actionId AS id FROM ActionMember WHERE memberId = @id UNION SELECT id FROM Support WHERE memberId = @id",
    { id },
  );
  return new Set(found.map((one) => one.id));
}

function otherBears(groupId: string, id: string, names: ReadonlySet<string>): boolean {
  const others = allWithin<{ name: string }>("SELECT name FROM Member WHERE groupId = @groupId AND id <> @id", { groupId, id });
  return others.some(({ name }) => names.has(name));
}

/** The lines of a circle that are about them, or keep one of their names. */
function linesWith(groupId: string, id: string, names: ReadonlySet<string>): KeptLine[] {
  return allWithin<KeptLine>(
    `SELECT s.id, s.kind, s.memberId, s.entryId, s.detail FROM StoryLine s WHERE s.groupId = @groupId AND (s.memberId = @id OR EXISTS
       (SELECT 1 FROM json_each(@names) n, json_tree(s.detail) d WHERE d.key IN ('who', 'name') AND instr(d.value, n.value) > 0 OR d.path = '$.names' AND d.value = n.value))`,
    { groupId, id, names: JSON.stringify([...names]) },
  );
}
