/** What a read for a link's holder gives of them, and of whose circle it is. */
export interface WhoseRead {
  name: string;
  own: number;
  centralName: string;
  centralHue: number;
  centralPhotoId: string | null;
  /** Where they live by the clock, if they said so. */
  ownZone: string | null;
}

/** SQL: those columns. */
export const whoseColumns =
  "m.name, m.zone AS ownZone, m.id = c.id AS own, c.name AS centralName, c.hue AS centralHue, c.photoId AS centralPhotoId";

/** SQL: the joins that they need. @param about the row that the link is about, of the same circle */
export function whoseJoins(about: string): string {
  return `JOIN Member m ON m.id = @me AND m.groupId = ${about}.groupId
     JOIN Membership cs ON cs.groupId = ${about}.groupId AND cs.role = 'central' AND cs.until IS NULL JOIN Member c ON c.id = cs.memberId`;
}

/** As whom somebody answers, whether it is their own circle, and whose it is. */
export function whoseCircle({ name, own, centralName, centralHue, centralPhotoId }: WhoseRead) {
  return { name, own: own === 1, central: { name: centralName, hue: centralHue, photoId: centralPhotoId } };
}
