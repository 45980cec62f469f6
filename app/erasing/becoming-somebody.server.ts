import { query, readWithin } from "~/platform/query.server";
import type { Transaction } from "~/platform/transaction.server";
import { runWithin } from "~/platform/writer.server";

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

const called = query<{ name: string | null }>(
  `SELECT name FROM Member WHERE id = @id
   UNION SELECT byName FROM StoryLine WHERE groupId = @groupId AND byId = @id
   UNION SELECT forName FROM StoryLine WHERE groupId = @groupId AND forId = @id
   UNION SELECT json_extract(detail, '$.name') FROM StoryLine WHERE groupId = @groupId AND memberId = @id AND kind <> 'handedOver'`,
);
const entriesOf = query<{ id: string }>(
  `SELECT actionId AS id FROM ActionMember WHERE memberId = @id UNION SELECT id FROM Support WHERE groupId = @groupId AND memberId = @id`,
);
const others = query<{ name: string }>("SELECT name FROM Member WHERE groupId = @groupId AND id <> @id");
/** Lines that are about them, or in which one of their names can be read, as JSON writes it. */
const linesWith = query<KeptLine>(
  `SELECT id, kind, memberId, entryId, detail FROM StoryLine WHERE groupId = @groupId AND
     (memberId = @id OR EXISTS (SELECT 1 FROM json_each(@written) WHERE instr(detail, json_each.value) > 0))`,
);

/**
 * Takes somebody's name out of the story of a circle, wherever a line keeps it: what they did and what was done with them
 * stays told, of somebody. What they said as they left, or as they closed the circle, goes.
 * @param somebody what they are called from now on
 */
export function nameless(tx: Transaction, { id, groupId }: Known, somebody: string): void {
  const who = { id, groupId };
  const names = new Set(readWithin(tx, called, who).flatMap(({ name }) => name || []));
  const theirEntries = new Set(readWithin(tx, entriesOf, who).map((entry) => entry.id));
  const ambiguous = readWithin(tx, others, who).some(({ name }) => names.has(name));
  const written = JSON.stringify([...names].map((name) => JSON.stringify(name).slice(1, -1)));
  runWithin("DELETE FROM StoryLine WHERE groupId = ? AND byId = ? AND kind = 'goodbyeSaid'", [groupId, id]);
  const unsaid = "UPDATE StoryLine SET detail = json_set(detail, '$.word', '') WHERE groupId = ? AND byId = ? AND kind = 'circleClosed'";
  runWithin(unsaid, [groupId, id]);
  const clean = (line: KeptLine) => {
    const theirs = !ambiguous || (line.entryId !== null && theirEntries.has(line.entryId));
    const before = JSON.parse(line.detail) as Record<string, unknown>;
    return JSON.stringify(withoutName(before, line, { id, names, somebody, theirs }));
  };
  for (const line of readWithin(tx, linesWith, { ...who, written })) {
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
