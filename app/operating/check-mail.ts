import { mailAddress } from "~/forms/fields";
import { message, rendered, senderDomain } from "~/mail/message.server";
import { smtp, tryServer } from "~/mail/transport.server";
import { config, isLoopback } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { newId } from "~/platform/secrets.server";
import { testLetter } from "../../emails/test";
import { oneLine } from "../../emails/words";
import { type Command, typedIn } from "./command";
import { type Names, names, Unanswered } from "./mail-records/asking-names";
import { checkDkim } from "./mail-records/dkim";
import { checkDmarc } from "./mail-records/dmarc";
import { type Finding, good, wrong } from "./mail-records/finding";
import { checkMailHosts } from "./mail-records/mail-hosts";
import { checkSpf } from "./mail-records/spf";

export const checkMail: Command = {
  does: "checks mail server, SPF, DKIM and DMARC, and sends a test mail; ends with 1 when something is wrong",
  takes: "[--to you@example.org] [--dkim selector]",
  migrates: false,
  async run(typed, { now, print }) {
    const { to, dkim } = typedIn(typed, { to: { type: "string" }, dkim: { type: "string" } });
    const reader = to === undefined ? null : mailAddress("signIn.mailMissing").safeParse(to);
    if (reader?.success === false) throw new Mistake(`--to is not a mail address: ${to}`);
    if (dkim !== undefined && !/^[\w.-]+$/.test(dkim)) throw new Mistake(`--dkim is not a selector: ${dkim}`);

    const found = [await checkServer(), ...(await checkRecords(names(), dkim))];
    if (reader)
      found.push(found[0]?.good ? await sendTest(reader.data, now) : wrong("Test mail: not sent. See what is said of the mail server."));
    for (const one of found) print(`${one.good === null ? "?    " : one.good ? "ok   " : "wrong"}  ${one.says}`);
    const bad = found.filter((one) => one.good === false).length;
    if (bad > 0) throw new Mistake(`Not all is well with mail: ${bad} of ${found.length}.`);
  },
};

async function checkServer(): Promise<Finding> {
  const { smtpUrl, appUrl } = config();
  if (!smtpUrl) return wrong("Mail server: none is set, so no mail leaves. Set SMTP_URL.");
  const { hostname, host } = new URL(smtpUrl);
  try {
    const { tls } = await tryServer(smtpUrl, new URL(appUrl).hostname);
    if (tls) return good(`Mail server: ${host} answers, over TLS.`);
    if (isLoopback(hostname)) return good(`Mail server: ${host} answers, on this machine.`);
    return wrong(`Mail server: ${host} answers, but without TLS, so mails can be read on the way. Use smtps:// or a server with STARTTLS.`);
  } catch (error) {
    return wrong(`Mail server: ${host} can't be used: ${wordsOf(error)}. See that SMTP_URL is right and that the server runs.`);
  }
}

/** What stands at the domain that mails come from, and at that where answers go. */
async function checkRecords(asked: Names, selector: string | undefined): Promise<Finding[]> {
  const domain = senderDomain();
  const answersTo = config().mailReplyTo?.split("@")[1];
  return Promise.all([
    known("SPF", checkSpf(asked, domain)),
    known("DKIM", checkDkim(asked, domain, selector)),
    known("DMARC", checkDmarc(asked, domain)),
    ...(answersTo ? [known("MX", checkMailHosts(asked, answersTo))] : []),
  ]);
}

/** What could not be asked is not known to be right. */
async function known(what: string, finding: Promise<Finding>): Promise<Finding> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof Unanswered) return wrong(`${what}: ${error.message} Try again later, or name another server in DNS_SERVER.`);
    throw error;
  }
}

async function sendTest(toMail: string, now: string): Promise<Finding> {
  const { smtpUrl = "", appUrl } = config();
  const transport = smtp(smtpUrl, new URL(appUrl).hostname);
  const messageId = `<${newId().toLowerCase()}@${senderDomain()}>`;
  try {
    await transport.send(message({ messageId, toMail, toName: "" }, await rendered(testLetter(appUrl), now)));
    return good(`Test mail: the mail server took one for ${toMail}. See whether it arrives, and not among spam.`);
  } catch (error) {
    return wrong(`Test mail: not sent to ${toMail}: ${wordsOf(error)}.`);
  } finally {
    transport.close();
  }
}

/** What nodemailer says of it: the server's answer, or why it was not reached. */
function wordsOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}
