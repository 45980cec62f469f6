import { forgetOldWaysIn } from "./accounts/forgetting.server";
import { accountMails } from "./accounts/mails.server";
import { fillHorizons } from "./gatherings/filling-horizon.server";
import { gatheringMails } from "./gatherings/mails.server";
import { groupMails } from "./groups/mails.server";
import type { Composers } from "./mail/composing.server";
import { type Outbox, startOutbox } from "./mail/sending.server";
import { transportFrom } from "./mail/transport.server";
import { organisationMails } from "./organisation/mails.server";
import { minutesAfter, now } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { log } from "./platform/log.server";
import { write } from "./platform/writing.server";

/** Who writes which mail. */
const composers: Composers = {
  ...accountMails,
  ...groupMails,
  ...organisationMails,
  ...gatheringMails,
};

/** Long enough for the first page to come before the first write, which loads what a cold start should not pay for. */
const afterStart = 1_500;
const every = 6 * 60 * 60_000;

/** What the server does by itself a few times a day, in this order. Each starts from what is true: a turn that was missed does no harm. */
const chores: Record<string, (now: string) => Promise<unknown>> = {
  "fill horizons": fillHorizons,
  "forget old ways in": forgetOldWaysIn,
  "forget forms": (now) => write((tx) => tx.formKey.deleteMany({ where: { createdAt: { lt: minutesAfter(now, -7 * 24 * 60) } } })),
};

/** Starts what the server does by itself. @returns how to stop it, when what runs has ended */
export function startJobs(): () => Promise<void> {
  let outbox: Outbox | undefined;
  let doing: Promise<void> = Promise.resolve();
  let stopped = false;

  async function doChores(): Promise<void> {
    for (const [chore, act] of Object.entries(chores)) {
      if (stopped) return;
      try {
        await act(now());
      } catch (error) {
        log.error({ error, chore }, "chore failed");
      }
    }
  }
  const begin = () => {
    doing = doing.then(doChores);
  };

  const start = setTimeout(() => {
    const transport = transportFrom(config());
    if (!transport) log.warn("no SMTP_URL: mails wait in the outbox");
    outbox = startOutbox({ composers, transport });
    begin();
  }, afterStart);
  const turn = setInterval(begin, every);

  return async () => {
    stopped = true;
    clearTimeout(start);
    clearInterval(turn);
    await Promise.all([outbox?.stop(), doing]);
  };
}
