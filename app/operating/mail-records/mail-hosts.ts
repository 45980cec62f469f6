import type { Names } from "./asking-names";
import { type Finding, good, wrong } from "./finding";

/** Whether answers to our mails arrive somewhere. @throws Unanswered */
export async function checkMailHosts(names: Names, domain: string): Promise<Finding> {
  const hosts = await names.mailHosts(domain);
  if (hosts.length === 0)
    return wrong(`MX: ${domain} has none, so answers arrive only if a mail server runs at ${domain} itself. Add an MX record.`);
  // A null MX (RFC 7505): it takes in no mail at all.
  if (hosts.every((host) => host === "" || host === "."))
    return wrong(`MX: ${domain} says that it takes in no mail. Name a mail server, or another MAIL_REPLY_TO.`);
  return good(`MX: answers to mails go to ${hosts.join(", ")}.`);
}
