import type { TextKey } from "~/i18n/text";

/** Words for a reader: a key of the texts, and what to fill in. */
export interface Words {
  key: TextKey;
  values?: Record<string, string | number>;
  /** The group in which the reader could do it, for its central person, once they say so. */
  helpIn?: string;
}

/**
 * Something that Kring won't do. It has two texts: one for the log, and one for the reader, who sees it at the field
 * that caused it (or on top of the form), with everything typed still there.
 */
export class Refusal extends Error {
  /** @param status of the page that says it: the form that comes back, or a page of its own where there is none */
  constructor(
    readonly words: Words,
    readonly field: string | null = null,
    forLog: string = words.key,
    readonly status: number = 400,
  ) {
    super(forLog);
    this.name = "Refusal";
  }
}

/** Kring can't do it at this moment, through no fault of whoever asks: the disk is full, another program holds the database. */
export class NotNow extends Refusal {
  constructor(words: Words, forLog: string = words.key) {
    super(words, null, forLog, 503);
    this.name = "NotNow";
  }
}

/** Somebody is in the group and may not do this: they get the reason, and 403. */
export class NotAllowed extends Refusal {
  constructor(words: Words, field: string | null = null, forLog: string = words.key) {
    super(words, field, forLog, 403);
    this.name = "NotAllowed";
  }
}

/** The session ended while the form was on its way: nothing was changed. */
export class SignedOut extends Error {
  override name = "SignedOut";
}

/** Somebody else saved in between: nothing was changed, and both versions are shown. */
export class Overtaken extends Error {
  /** @param theirs what stands there now, by field name */
  constructor(
    readonly theirs: Record<string, string>,
    readonly version: number,
  ) {
    super("overtaken");
    this.name = "Overtaken";
  }
}

/** What does not exist, or not for this reader: the two must look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}
