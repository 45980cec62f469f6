import { composers } from "../../app/composers.server";
import { tellOfMonth } from "../../app/digest/digesting.server";
import { remind } from "../../app/gatherings/reminders/reminding.server";
import { askForDays } from "../../app/gatherings/undated/asking-for-a-day.server";
import { startOutbox } from "../../app/mail/sending.server";
import { smtp } from "../../app/mail/transport.server";

/** What the server does by itself, in a process of its own whose clock is told to it: one turn for each message, which may be killed at any moment. */
let time = "";
/** When it last did what it does a few times a day. Milliseconds. */
let chored = 0;
const sixHours = 6 * 60 * 60_000;
const outbox = startOutbox({
  composers,
  transport: smtp(process.env.SMTP_URL ?? "", "kring.example"),
  clock: () => time,
  wait: () => 30 * 60_000,
});

process.on("message", async (now: string) => {
  time = now;
  await remind(now);
  await tellOfMonth(now);
  if (Math.abs(Date.parse(now) - chored) >= sixHours) {
    chored = Date.parse(now);
    await askForDays(now);
  }
  await outbox.drained();
  process.send?.("done");
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
