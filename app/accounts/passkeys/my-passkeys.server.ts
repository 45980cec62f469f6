import type { AuthenticatorTransport } from "@simplewebauthn/server";
import { query } from "~/platform/query.server";
import { dayOf } from "~/platform/wall-clock";
import type { Person } from "~/policy/viewer.server";
import { type Device, deviceOf } from "../device";

/** A way in without mail: a device, or the phone that keeps what its owner's devices share. */
export interface MyPasskey {
  id: string;
  /** On which it was made. */
  device: Device;
  /** Day on which it was made, in UTC. */
  since: string;
  /** How a browser reaches it, as it said when it was made. */
  transports: AuthenticatorTransport[];
}

const all = query<{ id: string; device: string; createdAt: string; transports: string }>(
  "SELECT id, device, createdAt, transports FROM Passkey WHERE accountId = @accountId ORDER BY createdAt DESC, id",
);

/** This person's passkeys, the latest first. One statement. */
export function passkeysOf({ accountId }: Person): MyPasskey[] {
  return all.all({ accountId }).map(({ id, device, createdAt, transports }) => ({
    ...{ id, device: deviceOf(device), since: dayOf(createdAt, "UTC") },
    transports: JSON.parse(transports) as AuthenticatorTransport[],
  }));
}
