import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import type { TextKey } from "~/i18n/text";

const incomplete: TextKey = "passkey.noAnswer";
const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);
const credential = {
  id: base64url.min(1).max(1400),
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
};

/** What a device answers that signs in (WebAuthn, AuthenticationResponseJSON). */
const signed = z.object({
  ...credential,
  response: z.object({
    ...{ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() },
  }),
}) satisfies z.ZodType<AuthenticationResponseJSON>;

/** What a device answers that made a passkey (WebAuthn, RegistrationResponseJSON). */
const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
}) satisfies z.ZodType<RegistrationResponseJSON>;

/** What the script of a page put in its form: JSON, of that shape. */
function answerOf<Answer>(shape: z.ZodType<Answer>) {
  return z
    .string(incomplete)
    .max(100_000, incomplete)
    .transform((text, context) => {
      try {
        return shape.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: "custom", message: incomplete });
        return z.NEVER;
      }
    });
}

export const signingInForm = z.object({ credential: answerOf(signed), next: z.string().optional() });
export const makingForm = z.object({ credential: answerOf(made) });

/** The challenge that a device says it signed; "" when it says none. What signed it is still to be verified. */
export function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString("utf8"));
    return z.object({ challenge: z.string() }).parse(said).challenge;
  } catch {
    return "";
  }
}
