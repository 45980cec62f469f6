import { plainDay } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { dayOf } from "~/platform/wall-clock";
import { invitationLetter } from "../../emails/invitation";
import { invitationById } from "./invitations.server";

/** The mails of a circle and its people, written when they leave. */
export const groupMails: Pick<Composers, "invitation"> = {
  /** Not sent when the invitation was taken back, used, or is for another address by now. */
  invitation({ toMail, language, data, now, t, link }) {
    const invited = invitationById(data.invitationId, now);
    if (invited?.state !== "open" || invited.mail !== toMail) return null;
    const { byName, forName, central, own, name, expiresAt, zone } = invited;
    return invitationLetter({
      t,
      language,
      name,
      central: central.name,
      own,
      by: forName && !own ? t("app.byForWithin", { by: byName, for: forName }) : byName,
      until: plainDay(dayOf(expiresAt, zone), language),
      href: link(`/i/${data.token}`),
    });
  },
};
