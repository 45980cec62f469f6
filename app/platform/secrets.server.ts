import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { monotonicFactory } from "ulid";

// Node draws for `randomInt` ahead; by itself the package asks the system sixteen times.
const next = monotonicFactory(() => randomInt(32) / 32);

/** A new id, later in order than each that this process made before: also within a millisecond, and when the clock is set back. */
export function newId(): string {
  return next();
}

/** A secret for an address or cookie: 256 bits, safe in a URL. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Six figures, each equally likely. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

/** SHA-256 as hex: enough for secrets of 128 bits and more, which can't be guessed from it. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A secret that needs no keeping: of 128 bits, the same for the same thing as long as the key is. Lower case, for an address. */
export function derivedToken(key: string, about: string): string {
  return createHmac("sha256", key).update(about).digest("hex").slice(0, 32);
}

/** Whether two hashes are the same, in a time that does not depend on where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
