import { Resolver } from "node:dns/promises";
import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";

/** What the names of the internet say. A name that is not there, or says nothing of the kind, gives none. */
export interface Names {
  /** The TXT records of a name, each whole. @throws Unanswered */
  texts(name: string): Promise<string[]>;
  /** The hosts that take mail for a domain, by preference. @throws Unanswered */
  mailHosts(domain: string): Promise<string[]>;
}

/** No name server could say: what is true is not known. */
export class Unanswered extends Error {}

/** Asks the name servers of this machine, or the one that DNS_SERVER names. @throws Mistake when that is not an address */
export function names(): Names {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const { dnsServer } = config();
  try {
    if (dnsServer) resolver.setServers([dnsServer]);
  } catch {
    throw new Mistake(`DNS_SERVER is not an IP address, with or without a port: ${dnsServer}`);
  }
  return {
    texts: (name) => answered(name, async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(""))),
    mailHosts: (domain) =>
      answered(domain, async () => {
        const found = await resolver.resolveMx(domain);
        return found.sort((one, other) => one.priority - other.priority).map(({ exchange }) => exchange);
      }),
  };
}

async function answered(name: string, ask: () => Promise<string[]>): Promise<string[]> {
  try {
    return await ask();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOTFOUND" || code === "ENODATA") return [];
    throw new Unanswered(`No name server says what stands at ${name} (${code}).`);
  }
}
