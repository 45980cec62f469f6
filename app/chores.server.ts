import { join } from "node:path";
import { forgetOldWaysIn } from "./accounts/forgetting.server";
import { eraseDueCircles } from "./erasing/erasing-due-circles.server";
import { forgetForms } from "./forms/forgetting.server";
import { forgetChanges } from "./gatherings/changing-series/forgetting.server";
import { fillHorizons } from "./gatherings/filling-horizon.server";
import { askForDays } from "./gatherings/undated/asking-for-a-day.server";
import { forgetLooks } from "./groups/forgetting-looks.server";
import { forgetUnusedPhotos } from "./groups/forgetting-photos.server";
import { forgetWishes } from "./joining/forgetting.server";
import { forgetOldMails } from "./mail/forgetting.server";
import { daysAfter } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { forgetCopies } from "./platform/forgetting-copies.server";
import { log } from "./platform/log.server";
import { daysKept } from "./platform/periods";
import { truncateWal } from "./platform/writer.server";

/** What the server does by itself a few times a day, in this order. Each starts from what is true: a turn that was missed does no harm. */
const chores: Record<string, (now: string) => unknown> = {
  "erase circles": eraseDueCircles,
  "fill horizons": fillHorizons,
  "forget old changes": forgetChanges,
  "ask for days": askForDays,
  "forget old ways in": forgetOldWaysIn,
  "forget forms": forgetForms,
  "forget old mails": forgetOldMails,
  "forget who asked to join": forgetWishes,
  "forget who looked": forgetLooks,
  "forget photos": (now) => forgetUnusedPhotos(daysAfter(now, -daysKept.photo)),
  "forget copies": (now) => {
    const { database, dataDir } = config();
    for (const path of [database, join(dataDir, "photos")]) forgetCopies(path, daysAfter(now, -daysKept.copy));
  },
  "empty the log of writes": truncateWal,
};

/**
 * Does all of them, once. One that fails is logged and keeps no other from being done.
 * @param now moment in UTC
 * @param goOn asked before each; false when the server stops
 */
export async function doChores(now: string, goOn: () => boolean = () => true): Promise<void> {
  for (const [chore, act] of Object.entries(chores)) {
    if (!goOn()) return;
    try {
      await act(now);
    } catch (error) {
      log.error({ error, chore }, "chore failed");
    }
  }
}
