import { query } from "~/platform/query.server";
import { dayOf } from "~/platform/wall-clock";
import type { Person } from "~/policy/viewer.server";
import { type Device, deviceOf } from "./device";

/** Somewhere that somebody is signed in. */
export interface Signed {
  id: string;
  device: Device;
  /** Day on which they signed in, in UTC. */
  since: string;
  /** The device that asks. */
  here: boolean;
  byCard: boolean;
  /** Not theirs: it is over by itself, within a day. */
  borrowed: boolean;
}

const openOnes = query<{ id: string; createdAt: string; device: string; cardId: string | null; borrowed: 0 | 1 }>(
  "SELECT id, createdAt, device, cardId, borrowed FROM Session WHERE accountId = @accountId AND expiresAt > @now ORDER BY createdAt DESC, id",
);

/** Where this person is signed in, the device that asks first, then the latest. One statement. */
export function myDevices(person: Person, now: string): Signed[] {
  const found = openOnes.all({ accountId: person.accountId, now }).map(({ id, createdAt, device, cardId, borrowed }) => ({
    id,
    device: deviceOf(device),
    since: dayOf(createdAt, "UTC"),
    here: id === person.session,
    byCard: cardId !== null,
    borrowed: borrowed === 1,
  }));
  return [...found.filter(({ here }) => here), ...found.filter(({ here }) => !here)];
}
