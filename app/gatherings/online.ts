import type { Answer } from "./answers";

/** No longer link is kept. */
export const longestLink = 500;

/**
 * A link with which one takes part online, as browsers read it: https, and no name or password in it. Kept like that it holds
 * no space, no quote and no letter that looks like another.
 * @returns null for anything else
 */
export function onlineLink(typed: string): string | null {
  if (!/^https:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return null;
  const { protocol, username, password, href } = new URL(typed);
  return protocol === "https:" && username === "" && password === "" && href.length <= longestLink ? href : null;
}

/** Where a link leads, and to whose house: said beside it. */
export interface PlaceOnline {
  href: string;
  host: string;
}

/** @param link as it is kept @returns null where there is none */
export function placeOnline(link: string): PlaceOnline | null {
  return link === "" ? null : { href: link, host: new URL(link).host };
}

/** Whether a link is of use to who answered this: not to who is in the room, or not there at all. */
export const mayBeOnline = (answer: Answer | null) => answer !== "yes" && answer !== "no";
