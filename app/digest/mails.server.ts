import { nextGathering } from "~/gatherings/next-gathering.server";
import { momentBeside } from "~/gatherings/own-clock";
import { hasStopped } from "~/groups/fewer-mails.server";
import { capital, monthName } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { Composers } from "~/mail/composing.server";
import { quietNow } from "~/mail/quiet-hours";
import { dueDay } from "~/plan/due";
import { myPromises } from "~/plan/my-promises.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { sentence } from "~/story/sentence";
import { digestLetter } from "../../emails/digest";
import { toldMonth } from "./months";
import { readerOfMonth, whatHappened } from "./what-happened.server";

/** How many promises a mail says; it counts the others. */
const mostPromises = 5;

/** The mail of a month, read anew when it leaves: what its reader may not see any more by then is not in it. */
export const digestMails: Pick<Composers, "digest"> = {
  digest({ memberId, data, language, now, t, link }) {
    const viewer = readerOfMonth(memberId, now);
    if (!viewer || viewer.closedAt || viewer.erasesAt || hasStopped(viewer, "digest")) return null;
    const month = toldMonth(data.month, viewer.zone);
    if (now >= month.useless) return "tooLate";
    if (now < month.due) return { waitsUntil: month.due }; // queued with a clock that ran ahead
    const waitsUntil = quietNow(now, viewer.ownZone ?? viewer.zone);
    if (waitsUntil) return { waitsUntil };
    const { lines, more } = whatHappened(viewer, month);
    const happened = lines.flatMap((line) => sentence(line, viewer.memberId, language, t)?.text ?? []);
    if (happened.length === 0) return null;
    return digestLetter({
      ...{ t, language, central: viewer.central.name, own: viewer.role === "central" },
      month: monthName(Number(data.month.slice(5)), language),
      ...{ happened, more, ...promisesOf(viewer, language, t), next: nextOf(viewer, language, t) },
      storyHref: link(`/g/${viewer.groupId}/story`),
      fewerHref: link(`/u/${data.fewerToken}/digest`),
    });
  },
};

/** What the reader promised and has not done yet, with the day: "De VDAB bellen", "Tegen dinsdag 1 december". */
function promisesOf(
  viewer: MemberViewer,
  language: Language,
  t: Say,
): { promises: { text: string; due: string | null }[]; morePromises: number } {
  const open = myPromises(viewer);
  const promises = open.slice(0, mostPromises).map(({ text, dueOn }) => ({
    text: capital(text),
    due: dueOn && dueDay(dueOn, viewer.today, language, t),
  }));
  return { promises, morePromises: open.length - promises.length };
}

/** The next gathering, and what the reader answered. */
function nextOf(viewer: MemberViewer, language: Language, t: Say) {
  const next = nextGathering(viewer);
  if (!next) return null;
  const mine = next.comes.people.find(({ id }) => id === viewer.memberId)?.answer ?? null;
  return { when: capital(momentBeside(next, language, t)), place: next.place, mine };
}
