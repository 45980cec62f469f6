import type { BackThen } from "./back-then";
import type { Chronicle } from "./chronicle";
import type { JanPeople } from "./jan-people";

/** What Mia wrote for herself lately: months and days ago. */
const notes: [number, number, string][] = [
  [1, 12, "Luc vragen om wat meer ruimte te laten voor Noor. Zij zegt weinig in de grote groep."],
  [0, 6, "Rustiger beginnen: eerst koffie, dan pas het plan."],
];

/** The private notes of who facilitates Jan's circle. */
export function janNotes({ rows, groupId, newId }: Chronicle, back: BackThen, { mia }: JanPeople): void {
  for (const [months, days, text] of notes) {
    const createdAt = back.at(months, days, "21:50");
    rows.PrivateNote.push({ id: newId(createdAt), groupId, authorId: mia.id, text, createdAt });
  }
}
