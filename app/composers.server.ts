import { accountMails } from "./accounts/mails.server";
import { cardMails } from "./cards/mails.server";
import { closingMails } from "./closing/mails.server";
import { digestMails } from "./digest/mails.server";
import { erasingMails } from "./erasing/mails.server";
import { liftMails } from "./gatherings/along/mails.server";
import { gatheringMails } from "./gatherings/mails.server";
import { zoneMails } from "./gatherings/moving-zone/mails.server";
import { pollMails } from "./gatherings/polls/mails.server";
import { reminderMails } from "./gatherings/reminders/mails.server";
import { seriesMails } from "./gatherings/series-mails.server";
import { undatedMails } from "./gatherings/undated/mails.server";
import { groupMails } from "./groups/mails.server";
import { joiningMails } from "./joining/mails.server";
import type { Composers } from "./mail/composing.server";
import { organisationMails } from "./organisation/mails.server";
import { steeringMails } from "./steering/mails.server";

/** Who writes which mail. */
export const composers: Composers = {
  ...accountMails,
  ...groupMails,
  ...cardMails,
  ...organisationMails,
  ...steeringMails,
  ...closingMails,
  ...joiningMails,
  ...erasingMails,
  ...gatheringMails,
  ...seriesMails,
  ...zoneMails,
  ...reminderMails,
  ...pollMails,
  ...undatedMails,
  ...digestMails,
  ...liftMails,
};
