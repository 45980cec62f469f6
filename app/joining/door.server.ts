import type { Language } from "~/i18n/text";
import { query } from "~/platform/query.server";
import { hashOf } from "~/platform/secrets.server";

/** What whoever has the link may know: whose circle it is. Not a face, since a link goes from hand to hand. */
export interface Door {
  groupId: string;
  name: string;
  hue: number;
  language: Language;
}

const behind = query<Door>(
  `SELECT d.groupId, c.name, c.hue, g.language FROM Door d JOIN "Group" g ON g.id = d.groupId AND g.closedAt IS NULL
   JOIN Membership s ON s.groupId = d.groupId AND s.role = 'central' AND s.until IS NULL JOIN Member c ON c.id = s.memberId
   WHERE d.tokenHash = @hash`,
);

/** Whose door this is. @returns null for a link that never was, or opens nothing any more */
export function doorOf(token: string): Door | null {
  return behind.first({ hash: hashOf(token) }) ?? null;
}
