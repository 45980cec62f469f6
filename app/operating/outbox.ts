import { outboxReport } from "~/mail/waiting.server";
import { type Command, typedIn } from "./command";

export const outbox: Command = {
  does: "shows which mails wait or were given up, and why",
  takes: "",
  migrates: true,
  async run(typed, terminal) {
    typedIn(typed, {});
    terminal.print(outboxReport(terminal.now));
  },
};
