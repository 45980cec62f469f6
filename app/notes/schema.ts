import { z } from "zod";
import { line, version } from "~/forms/fields";

/** A note for oneself: a thought to come back to, not a file on somebody. */
export const noteForm = z.object({ text: line(1000, "notes.missing"), version });
