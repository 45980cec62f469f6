/** What a read for a link's holder, Member `m`, gives of the circle: whether it is their own, or else of whom. */
export interface HoldersCircle {
  own: 0 | 1;
  name: string;
  hue: number;
}

/** SQL: those columns. */
export const holdersColumns = "c.id = m.id AS own, c.name, c.hue";

/** SQL: what they are read from. */
export const fromHolder = `Member m JOIN Membership s ON s.groupId = m.groupId AND s.role = 'central' AND s.until IS NULL JOIN Member c ON c.id = s.memberId`;
