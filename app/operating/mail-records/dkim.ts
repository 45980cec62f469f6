import type { Names } from "./asking-names";
import { type Finding, good, unknown, wrong } from "./finding";

/** Whether the key stands there with which receivers check a signature (RFC 6376). @param selector as the mail server signs; without it that can't be known @throws Unanswered */
export async function checkDkim(names: Names, domain: string, selector: string | undefined): Promise<Finding> {
  if (!selector)
    return unknown(
      "DKIM: your mail server signs, not Kring. Look in a mail that arrived for DKIM-Signature, and give what stands behind s= as --dkim.",
    );
  const name = `${selector}._domainkey.${domain}`;
  const records = await names.texts(name);
  if (records.length === 0) return wrong(`DKIM: ${name} has no key. Add the TXT record that your mail server gives you.`);
  if (records.length > 1) return wrong(`DKIM: ${name} has ${records.length} records, so none counts for sure. Leave one.`);
  const key = /(?:^|;)\s*p\s*=\s*([A-Za-z0-9+/=\s]*)/.exec(records[0] ?? "")?.[1];
  if (key === undefined) return wrong(`DKIM: ${name} holds no key (p=). Copy the whole record that your mail server gives you.`);
  if (key.trim() === "") return wrong(`DKIM: ${name} says that its key is void (empty p=). Use the selector that signs now.`);
  return good(`DKIM: ${name} has a key.`);
}
