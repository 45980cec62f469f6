import { doChores } from "./chores.server";
import { composers } from "./composers.server";
import { tellOfMonth } from "./digest/digesting.server";
import { remind } from "./gatherings/reminders/reminding.server";
import { tellUnreached } from "./groups/telling-of-unreached.server";
import { type Outbox, startOutbox } from "./mail/sending.server";
import { transportFrom } from "./mail/transport.server";
import { now } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { log } from "./platform/log.server";

/** Long enough for the first page to come before the first write, which loads what a cold start should not pay for. */
const afterStart = 1_500;
const every = 6 * 60 * 60_000;
const minute = 60_000;

/** Starts what the server does by itself. @returns how to stop it, when what runs has ended */
export function startJobs(): () => Promise<void> {
  let outbox: Outbox | undefined;
  let doing: Promise<void> = Promise.resolve();
  let reminding: Promise<void> = Promise.resolve();
  let stopped = false;

  const begin = () => {
    doing = doing.then(() => doChores(now(), () => !stopped));
  };

  const look = () => {
    reminding = reminding.then(async () => {
      if (!stopped) await remind(now()).catch((error) => log.error({ error }, "reminders failed"));
      if (!stopped) await tellOfMonth(now()).catch((error) => log.error({ error }, "digests failed"));
    });
  };

  const start = setTimeout(() => {
    const transport = transportFrom(config());
    if (!transport) log.warn("no SMTP_URL: mails wait in the outbox");
    outbox = startOutbox({ composers, transport, tellUnreached });
    begin();
    look();
  }, afterStart);
  const turn = setInterval(begin, every);
  const minutes = setInterval(look, minute);

  return async () => {
    stopped = true;
    clearTimeout(start);
    clearInterval(turn);
    clearInterval(minutes);
    await Promise.all([outbox?.stop(), doing, reminding]);
  };
}
