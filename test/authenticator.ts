import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

/** What a device answers with, unless a test says otherwise. */
interface Said {
  origin: string;
  rpID: string;
  /** How often it says that it has signed. */
  counter: number;
  /** Whether it asked for its owner's face, finger or code. */
  verified: boolean;
  userHandle: string;
}

/** A device that makes one passkey and signs with it, as WebAuthn Level 3 says (6.1 authenticator data, 6.5.4 attestation, 5.8.1 client data). */
export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  // COSE (RFC 9053): kty EC2, alg ES256, curve P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const usual: Said = { origin: "http://localhost:3000", rpID: "localhost", counter: 0, verified: true, userHandle: "" };
  const data = ({ rpID, counter, verified }: Said, made: boolean) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (verified ? 0x04 : 0) | (made ? 0x40 : 0);
    const attested = made ? [Buffer.alloc(16), Buffer.from([0, id.length]), id, cose] : [];
    return Buffer.concat([createHash("sha256").update(rpID).digest(), Buffer.from([flags]), count, ...attested]);
  };
  const client = (type: string, challenge: string, { origin }: Said) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" as const, clientExtensionResults: {} };

  return {
    id: named.id,
    makes(challenge: string, said: Partial<Said> = {}): RegistrationResponseJSON {
      const authData = data({ ...usual, ...said }, true);
      const length = Buffer.from([authData.length >> 8, authData.length & 255]);
      // CBOR: { fmt: "none", attStmt: {}, authData }
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex"),
        length,
        authData,
      ]);
      const clientDataJSON = client("webauthn.create", challenge, { ...usual, ...said }).toString("base64url");
      return { ...named, response: { clientDataJSON, attestationObject: attestation.toString("base64url"), transports: ["internal"] } };
    },
    signs(challenge: string, said: Partial<Said> = {}): AuthenticationResponseJSON {
      const all = { ...usual, ...said };
      const authData = data(all, false);
      const clientData = client("webauthn.get", challenge, all);
      const signature = sign("sha256", Buffer.concat([authData, createHash("sha256").update(clientData).digest()]), privateKey);
      return {
        ...named,
        response: {
          clientDataJSON: clientData.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: signature.toString("base64url"),
          ...(all.userHandle ? { userHandle: Buffer.from(all.userHandle).toString("base64url") } : {}),
        },
      };
    },
  };
}
