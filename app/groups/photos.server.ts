import { query } from "~/platform/query.server";
import { notFound } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import { groupQuery, linkQuery } from "~/policy/queries.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { type PhotoSize, readPhoto } from "./photo-files.server";

const sizes: readonly PhotoSize[] = ["small", "large"];

interface Found {
  hash: string;
}
const shownOf = groupQuery<Found>(
  `SELECT p.hash FROM Photo p JOIN Member m ON m.id = p.memberId AND m.photoId = p.id
   WHERE p.id = @photoId AND p.groupId = @groupId AND m.groupId = @groupId`,
);
const centralForLink = linkQuery<Found>(
  `SELECT p.hash FROM Membership cs JOIN Member c ON c.id = cs.memberId JOIN Photo p ON p.id = c.photoId
   WHERE cs.groupId = @groupId AND cs.role = 'central' AND cs.until IS NULL`,
);
const centralForInvited = query<Found>(
  `SELECT p.hash FROM Invitation i
   JOIN Membership cs ON cs.groupId = i.groupId AND cs.role = 'central' AND cs.until IS NULL
   JOIN Member c ON c.id = cs.memberId
   JOIN Photo p ON p.id = c.photoId
   WHERE i.tokenHash = @hash AND i.usedAt IS NULL AND i.withdrawnAt IS NULL AND i.expiresAt > @now`,
);

const onCard = query<Found>(
  `SELECT p.hash FROM SignInCard c JOIN Member m ON m.id = c.memberId JOIN Photo p ON p.id = m.photoId
   WHERE c.tokenHash = @hash AND c.voidedAt IS NULL AND c.expiresAt > @now`,
);

/**
 * The photo of somebody in this circle, for a member of it: only while it is the one that is shown of them.
 * @param seen the tag of what the browser has already
 * @throws 404 for one of another circle as for none
 */
export async function photoFor(viewer: MemberViewer, photoId: string, size: string, seen: string | null): Promise<Response> {
  const found = shownOf.first(viewer, { photoId });
  return served(found?.hash, sizes.find((known) => known === size) ?? null, seen);
}

/** The face of the central person, for whoever holds an invitation that is still open. @throws 404 for all else */
export async function faceFor(token: string, now: string, seen: string | null): Promise<Response> {
  return served(centralForInvited.first({ hash: hashOf(token), now })?.hash, "small", seen);
}

/** The face on a card that still opens something, for whoever holds it. @throws 404 for all else */
export async function faceOnCard(token: string, now: string, seen: string | null): Promise<Response> {
  return served(onCard.first({ hash: hashOf(token), now })?.hash, "small", seen);
}

/** The face of the central person of a circle, for whoever holds another link from its mails. @throws 404 when there is none */
export async function faceOfCircle(link: LinkViewer, seen: string | null): Promise<Response> {
  return served(centralForLink.first(link)?.hash, "small", seen);
}

/** An address of a photo never shows another one, so that it may be kept for a year, by this browser alone. */
async function served(hash: string | undefined, size: PhotoSize | null, seen: string | null): Promise<Response> {
  if (!hash || !size) throw notFound();
  const etag = `"${hash.slice(0, 32)}-${size}"`;
  const headers = { "cache-control": "private, max-age=31536000, immutable", etag };
  if (seen?.split(",").some((tag) => tag.trim() === etag)) return new Response(null, { status: 304, headers });
  const bytes = await readPhoto(hash, size);
  if (!bytes) throw notFound();
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "content-type": "image/webp", "content-length": String(bytes.length) },
  });
}
