import { accountMails } from "./accounts/mails.server";
import { type Outbox, startOutbox } from "./mail/sending.server";
import { transportFrom } from "./mail/transport.server";
import { config } from "./platform/config.server";
import { log } from "./platform/log.server";

/** Long enough for the first page to come before the first mail: sending loads what a cold start should not pay for. */
const afterStart = 1_500;

/** Kinds that nothing promises yet have nobody to write them. */
const notYet = () => null;

/** Starts what the server does by itself. @returns how to stop it, when what runs has ended */
export function startJobs(): () => Promise<void> {
  let outbox: Outbox | undefined;
  const start = setTimeout(() => {
    outbox = startOutbox({
      composers: {
        ...accountMails,
        invitation: notYet,
        seriesPlanned: notYet,
        gatheringPlanned: notYet,
        gatheringCancelled: notYet,
        handover: notYet,
      },
      transport: transportFrom(config()),
    });
    if (!config().smtpUrl && !config().mailbox) log.warn("no SMTP_URL: mails wait in the outbox");
  }, afterStart);
  return async () => {
    clearTimeout(start);
    await outbox?.stop();
  };
}
