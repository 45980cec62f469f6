import { type About, around, choices, type Mine, type Online, otherLink, otherwise, type PlannedFacts, within } from "./about-gatherings";
import type { Letter } from "./letter";

export interface SeriesFacts extends PlannedFacts {
  /** "Elke eerste dinsdag van de maand om 19.30 uur, 2 uur lang, bij Jan thuis". */
  sentences: string[];
  /** The next days, in words. */
  days: string[];
}

/** A series is planned: these are its days, and do you come to the first? */
export function seriesLetter(facts: SeriesFacts): Letter {
  const { t, central, own, by, day, sentences, days, about, answerHref } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailSeries", { day }),
    preview: sentences[0] ?? "",
    title: t("gatherings.mailSeriesTitle"),
    blocks: [
      { kind: "text", text: own ? t("gatherings.mailSeriesLeadOwn", { by }) : t("gatherings.mailSeriesLead", { by, name: central }) },
      ...sentences.map((text) => ({ kind: "text" as const, text: `${text}.` })),
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      { kind: "text", text: t("gatherings.mailSeriesDays") },
      { kind: "list", items: days },
      { kind: "text", text: t("gatherings.mailAsk", { day: within(facts) }) },
      ...choices(facts, answerHref),
    ],
    fewer: { label: t("gatherings.mailFewer"), href: facts.fewerHref },
  };
}

export interface SeriesChangedFacts extends About {
  sentences: string[];
  days: string[];
  /** Days that fell away, in words. */
  off: string[];
  /** Set when one takes part online with another link: the one that it is now, if any. */
  online: { now: Online | null } | null;
  /** It is as it was before a change. */
  back: boolean;
  /** What the reader has answered to the first already. */
  mine: Mine;
  answerHref: string;
}

/** A series is another from now on: these are its days, and do you come to the first? */
export function seriesChangedLetter(facts: SeriesChangedFacts): Letter {
  const { t, by, day, sentences, days, off, online, back, mine, answerHref } = facts;
  return {
    ...around(facts),
    subject: t(back ? "gatherings.mailSeriesBack" : "gatherings.mailSeriesChanged", { day }),
    preview: sentences[0] ?? "",
    title: t(back ? "gatherings.mailSeriesBackTitle" : "gatherings.mailSeriesChangedTitle"),
    blocks: [
      { kind: "text", text: t(back ? "gatherings.mailSeriesBackLead" : "gatherings.mailSeriesChangedLead", { by }) },
      ...sentences.map((text) => ({ kind: "text" as const, text: `${text}.` })),
      { kind: "text", text: t("gatherings.mailSeriesDays") },
      { kind: "list", items: days },
      ...(off.length > 0
        ? [
            { kind: "text" as const, text: t("gatherings.mailSeriesOff") },
            { kind: "list" as const, items: off },
          ]
        : []),
      ...(online ? otherLink(facts, online.now) : []),
      ...(mine
        ? [{ kind: "text" as const, text: t(`gatherings.mailSaid.first.${mine}`, { day: within(facts) }) }, otherwise(facts, answerHref)]
        : [{ kind: "text" as const, text: t("gatherings.mailAsk", { day: within(facts) }) }, ...choices(facts, answerHref)]),
    ],
  };
}

/** Only for the reader's calendar: another mail says what changed. */
export function calendarFollowsLetter(facts: Omit<About, "by" | "day" | "when" | "place">): Letter {
  const { t } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailCalendar"),
    preview: t("gatherings.mailCalendarText"),
    title: t("gatherings.mailCalendar"),
    blocks: [{ kind: "text", text: t("gatherings.mailCalendarText") }],
  };
}

/** The circle does not meet for a while. @param when in words @param next the first moment after it at which it meets again, in the middle of a sentence */
export function pausedLetter(facts: Omit<About, "day" | "place"> & { next: string | null; href: string | null }): Letter {
  const { t, by, when, next, href } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailPaused"),
    preview: when,
    title: t("gatherings.mailPausedTitle"),
    blocks: [
      { kind: "text", text: t("gatherings.mailPausedLead", { by }) },
      { kind: "fact", label: t("gatherings.mailWhen"), text: when },
      ...(next ? [{ kind: "text" as const, text: t("gatherings.mailPausedNext", { day: next }) }] : []),
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSeeAll"), href }] : []),
    ],
  };
}

/** The circle meets again: on these days. */
export function goesOnLetter(facts: Omit<About, "day" | "when" | "place"> & { days: string[]; href: string | null }): Letter {
  const { t, by, days, href } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailGoesOn"),
    preview: days[0] ?? "",
    title: t("gatherings.mailGoesOn"),
    blocks: [
      { kind: "text", text: t("gatherings.mailGoesOnLead", { by }) },
      ...(days.length > 0
        ? [
            { kind: "text" as const, text: t("gatherings.mailSeriesDays") },
            { kind: "list" as const, items: days },
          ]
        : []),
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSeeAll"), href }] : []),
    ],
  };
}
