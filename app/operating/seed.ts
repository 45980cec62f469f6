import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { type Command, typedIn, whole } from "./command";

export const seed: Command = {
  does: "invents circles to try things out with; only when APP_URL is this machine",
  takes: "--demo | --years 6 --groups 10 --random 1",
  migrates: true,
  async run(typed, terminal) {
    const options = {
      demo: { type: "boolean" },
      years: { type: "string" },
      groups: { type: "string" },
      random: { type: "string" },
    } as const;
    const given = typedIn(typed, options);
    if (!config().loopback) throw new Mistake("Invented people do not belong among real ones: APP_URL is not this machine.");
    if (given.demo) {
      const { seedDemo } = await import("~/seeding/demo.server");
      const { groupId, made } = await seedDemo(terminal.now);
      terminal.print(`Jan's circle ${made ? "is made" : "is there already"}: ${config().appUrl}/g/${groupId}`);
      return;
    }
    const years = whole(given.years, "years", 6);
    const groups = whole(given.groups, "groups", 10);
    if (years < 1 || years > 100) throw new Mistake("--years is 1 to 100.");
    const { seedGroups } = await import("~/seeding/groups.server");
    const { made, ...counts } = await seedGroups({ years, groups, random: whole(given.random, "random", 1), now: terminal.now });
    const words = Object.entries(counts).map(([what, count]) => `${count} ${what === "storyLines" ? "story lines" : what}`);
    terminal.print(`Made ${words.join(", ")}.`);
    if (made[0]) terminal.print(`The first: ${config().appUrl}/g/${made[0].groupId}, central person ${made[0].mail}`);
  },
};
