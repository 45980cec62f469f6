import { z } from "zod";
import { line, mailAddress } from "~/forms/fields";

export const mailForm = z.object({ mail: mailAddress("signIn.mailMissing"), next: z.string().optional() });

export const codeForm = z.object({
  id: z.string().max(64).catch(""),
  code: line(20, "signIn.codeMissing").transform((text) => text.replace(/\D/g, "")),
});

/** A local path to go to after signing in; anything else becomes /me, so that no link can lead away from here. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) && next.length <= 512 ? next : "/me";
}
