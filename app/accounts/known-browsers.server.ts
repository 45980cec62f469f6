import { languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import type { Transaction } from "~/platform/transaction.server";

/**
 * Notes that somebody signs in in a browser. Whoever has used Kring before hears by mail that it was opened in a browser
 * that it was never opened in; the first one is no news.
 * @param browser the hash of its secret (browsers.server.ts)
 * @param device what it calls itself
 */
export async function noteBrowser(
  tx: Transaction,
  { id: accountId, name, mail, language }: { id: string; name: string; mail: string | null; language: string },
  { browser, device }: { browser: string; device: string },
  now: string,
): Promise<void> {
  const known = await tx.knownBrowser.findMany({ where: { accountId }, select: { browser: true } });
  if (mail && known.length > 0 && known.every((one) => one.browser !== browser))
    await queueMail(tx, {
      kind: "newDevice",
      dedupeKey: `newDevice:${accountId}:${browser}`,
      to: { mail, name, language: languageOf(language) },
      data: { device: device.slice(0, 200), at: now },
      now,
    });
  const where = { browser_accountId: { browser, accountId } };
  await tx.knownBrowser.upsert({ where, create: { browser, accountId, at: now }, update: { at: now } });
}
