import { hasStopped } from "~/groups/fewer-mails.server";
import { capital, longDay } from "~/i18n/dates";
import { answerMark } from "~/mail/answer-address.server";
import type { Composers } from "~/mail/composing.server";
import { dateGivenUpLetter, dateSoughtLetter } from "../../../emails/date-poll";
import { byNames, readerOf } from "../about-in-mails.server";
import { inConversation } from "../by-mail/for-calendars.server";
import { momentBeside } from "../own-clock";
import { pollOf } from "./poll.server";

/** The mails about a date that is sought, written when they leave. Nobody is asked who has answered meanwhile, or when it has ended. */
export const pollMails: Pick<Composers, "dateSought" | "dateGivenUp"> = {
  dateSought({ memberId, data, language, now, t, link }) {
    const viewer = readerOf(memberId, now);
    const poll = viewer && pollOf(viewer, data.pollId);
    if (!viewer || !poll?.can.answer || hasStopped(viewer, "dateSought")) return null;
    const said = poll.people.find(({ id }) => id === viewer.memberId)?.answers ?? {};
    if (Object.keys(said).length > 0) return null;
    const { place, about, answerUntil, byName, forName } = poll;
    const letter = dateSoughtLetter({
      ...{ t, language, central: viewer.central.name, own: viewer.role === "central", place, about },
      by: byNames(viewer, { by: byName, for: forName }, t),
      moments: poll.moments.filter(({ state }) => state !== "past").map((moment) => capital(momentBeside(moment, language, t))),
      until: answerUntil && longDay(answerUntil, language, viewer.today),
      href: link(`/p/${data.token}`),
      byReply: answerMark(viewer.memberId) !== null,
      fewerHref: link(`/u/${data.fewerToken}`),
    });
    return { ...letter, ...inConversation(viewer, data.pollId) };
  },

  dateGivenUp({ memberId, data, language, now, t }) {
    const viewer = readerOf(memberId, now);
    if (!viewer) return null;
    const letter = dateGivenUpLetter({
      ...{ t, language, central: viewer.central.name, own: viewer.role === "central" },
      by: byNames(viewer, data, t),
    });
    return { ...letter, ...inConversation(viewer, data.pollId) };
  },
};
