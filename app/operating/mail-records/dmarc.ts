import type { Names } from "./asking-names";
import { type Finding, good, wrong } from "./finding";

/** What receivers are to do with mails in the name of a domain that it did not send (RFC 7489). @throws Unanswered */
export async function checkDmarc(names: Names, domain: string): Promise<Finding> {
  for (const from of upwards(domain)) {
    const name = `_dmarc.${from}`;
    const records = (await names.texts(name)).filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
    const [record, another] = records;
    if (another) return wrong(`DMARC: ${name} has ${records.length}, so none counts. Leave one.`);
    if (!record) continue;
    // What a parent asks for the names below it, where it says so.
    const policy = (from === domain ? null : tag(record, "sp")) ?? tag(record, "p");
    if (policy === "none")
      return wrong(`DMARC: ${name} asks nothing of receivers (p=none). Once your own mails pass, make it p=quarantine or p=reject.`);
    if (policy !== "quarantine" && policy !== "reject")
      return wrong(`DMARC: ${name} does not say what receivers should do. Give it p=quarantine or p=reject.`);
    return good(`DMARC: ${name} asks to ${policy} what is not ours.`);
  }
  return wrong(`DMARC: _dmarc.${domain} has none. Add a TXT record there, such as "v=DMARC1; p=quarantine".`);
}

/** A domain, and those above it of two labels or more. */
function upwards(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, place) => labels.slice(place).join("."));
}

function tag(record: string, name: string): string | undefined {
  return new RegExp(`;\\s*${name}\\s*=\\s*(\\w+)`, "i").exec(record)?.[1]?.toLowerCase();
}
