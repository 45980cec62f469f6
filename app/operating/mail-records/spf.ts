import type { Names } from "./asking-names";
import { type Finding, good, wrong } from "./finding";

/** More names than these are not looked up for one record (RFC 7208, 4.6.4). */
const mostLookups = 10;

/** Whether the servers that may send for a domain are named, and no others (RFC 7208). @throws Unanswered */
export async function checkSpf(names: Names, domain: string): Promise<Finding> {
  const records = await recordsOf(names, domain);
  const [record, another] = records;
  if (!record)
    return wrong(`SPF: ${domain} has none. Add a TXT record that names your mail server, such as "v=spf1 a:mail.example.org -all".`);
  if (another) return wrong(`SPF: ${domain} has ${records.length}, so none counts. Join them into one record.`);
  const terms = termsOf(record);
  if (terms.some((term) => term === "all" || term === "+all"))
    return wrong(`SPF: ${domain} lets everybody send in its name (+all). End the record with -all or ~all.`);
  if (!terms.some((term) => /^([-~?]all$|redirect=)/.test(term)))
    return wrong(`SPF: ${domain} does not say what of all others, so nothing is refused. End the record with -all or ~all.`);
  const lookups = await lookupsFor(names, record, new Set([domain]));
  if (lookups > mostLookups)
    return wrong(
      `SPF: ${domain} needs more than ${mostLookups} look-ups, so receivers give up. Take out what you do not send with, or name addresses (ip4:, ip6:).`,
    );
  return good(`SPF: ${domain} says who may send (${lookups} of ${mostLookups} look-ups): ${record}`);
}

async function recordsOf(names: Names, domain: string): Promise<string[]> {
  return (await names.texts(domain)).filter((text) => /^v=spf1( |$)/i.test(text));
}

function termsOf(record: string): string[] {
  return record.toLowerCase().split(/ +/).slice(1);
}

/** How many names a record makes a receiver look up, with those of the records that it takes in; it is enough to know that they are too many. */
async function lookupsFor(names: Names, record: string, seen: Set<string>): Promise<number> {
  let lookups = 0;
  for (const term of termsOf(record)) {
    if (!/^[-+~?]?(include:|a([:/]|$)|mx([:/]|$)|ptr(:|$)|exists:)|^redirect=/.test(term)) continue;
    lookups += 1;
    const other = /^[-+~?]?(?:include:|redirect=)([^%]+)$/.exec(term)?.[1];
    if (!other || seen.has(other) || lookups > mostLookups || seen.size > mostLookups) continue;
    const [theirs] = await recordsOf(names, other);
    if (theirs) lookups += await lookupsFor(names, theirs, new Set([...seen, other]));
  }
  return lookups;
}
