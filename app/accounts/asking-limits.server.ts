import { countTry } from "~/platform/limits.server";
import { query } from "~/platform/query.server";

const knownBrowser = query<{ one: 1 }>(
  "SELECT 1 AS one FROM KnownBrowser k JOIN Account a ON a.id = k.accountId WHERE k.browser = @browser AND a.mail = @mail",
);
const askedInBrowser = query<{ one: 1 }>("SELECT 1 AS one FROM SignInCode WHERE mail = @mail AND browser = @browser LIMIT 1");

/**
 * Counts that somebody asks for a code. A browser in which this address signed in has a number of its own, and one that
 * asked for it before nearly so: what strangers ask for an address does not lock its owner out.
 * @param network of who asks
 * @throws Refusal when it is too often, with the minutes to wait
 */
export async function countAsking(mail: string, browser: string | null, network: string): Promise<void> {
  const own = browser && `${browser} ${mail}`;
  if (own && signedInBefore(browser, mail)) return countTry("codeFromBrowser", own);
  await countTry("codeFromNetwork", network);
  if (own && askedBefore(browser, mail)) await countTry("codeFromBrowser", own);
  else await countTry("codeToAddress", `${network} ${mail}`);
  await countTry("codeToAddressFromAll", mail);
}

function signedInBefore(browser: string, mail: string): boolean {
  return knownBrowser.first({ browser, mail }) !== undefined;
}

function askedBefore(browser: string, mail: string): boolean {
  return askedInBrowser.first({ browser, mail }) !== undefined;
}
