import type { LookedAt } from "~/groups/looking";
import type { BackThen } from "./back-then";
import type { Chronicle } from "./chronicle";
import type { JanPeople } from "./jan-people";

/** How many days ago somebody looked at what. */
const looks: [keyof JanPeople, number, LookedAt[]][] = [
  ["rita", 1, ["home", "plan"]],
  ["fatima", 2, ["home"]],
  ["mia", 2, ["home", "gatherings", "plan", "support"]],
  ["tom", 5, ["story"]],
  ["an", 9, ["home", "plan", "support"]],
  ["els", 12, ["support"]],
  ["mia", 16, ["home", "gatherings", "story"]],
  ["rita", 16, ["circle"]],
  ["noor", 23, ["home", "story"]],
  ["fatima", 30, ["home", "gatherings"]],
];

/** Who looked in Jan's circle lately. */
export function janLooks({ rows, groupId }: Chronicle, back: BackThen, people: JanPeople): void {
  for (const [who, days, pages] of looks)
    for (const page of pages) rows.Look.push({ groupId, day: back.day(0, days), memberId: people[who].id, page });
}
