import { z } from "zod";
import { line, mailAddress, ticked } from "~/forms/fields";

export const mailForm = z.object({ mail: mailAddress("signIn.mailMissing"), next: z.string().optional() });

/** Which of two buttons was pressed: `borrowed` signs in on a device that is not theirs. */
export const pressedForm = z.object({ borrowed: ticked });

export const codeForm = z.object({
  id: z.string().max(64).catch(""),
  borrowed: ticked,
  code: line(20, "signIn.codeMissing").transform((text) => text.replace(/\D/g, "")),
});

/**
 * A local path to go to after signing in, written as it goes over the wire (a letter outside ASCII can't stand in a header);
 * anything else becomes /me, so that no link can lead away from here.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 512 || !/^\/(?![/\\])[^\s\\]*$/.test(next) || !URL.canParse(next, here)) return "/me";
  const { origin, pathname, search, hash } = new URL(next, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : "/me";
}

/** Any origin will do: it only shows whether a path leads away from its own. */
const here = "http://kring.invalid";
