import type { Block, Letter, Written } from "./letter";

/** What every mail about a gathering says of it and of its reader. */
interface About extends Written {
  /** Whose circle it is, and whether the reader is that person. */
  central: string;
  own: boolean;
  /** Who did it: "Mia", or "Rita, voor Jan". */
  by: string;
  /** "Dinsdag 1 december", and with the hours: "Dinsdag 1 december, van 19.30 uur tot ongeveer 21.30 uur". */
  day: string;
  when: string;
  place: string;
}

/** Links to answer with, and to get fewer of these mails. */
interface Asking {
  answerHref: string;
  fewerHref: string;
}

export interface PlannedFacts extends About, Asking {
  about: string;
}

/** A gathering is planned: do you come? */
export function gatheringLetter(facts: PlannedFacts): Letter {
  const { t, central, own, by, day, when, place, about, answerHref } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailGathering", { day }),
    preview: `${when}, ${place}`,
    title: t("gatherings.mailAsk", { day: lower(day) }),
    blocks: [
      { kind: "text", text: own ? t("gatherings.mailGatheringLeadOwn", { by }) : t("gatherings.mailGatheringLead", { by, name: central }) },
      ...whereAndWhen(facts),
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      ...choices(facts, answerHref),
    ],
    fewer: { label: t("gatherings.mailFewer"), href: facts.fewerHref },
  };
}

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
      { kind: "text", text: t("gatherings.mailAsk", { day: lower(day) }) },
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
  answerHref: string;
}

/** A series is another from now on: these are its days, and do you come to the first? */
export function seriesChangedLetter(facts: SeriesChangedFacts): Letter {
  const { t, by, day, sentences, days, off, answerHref } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailSeriesChanged", { day }),
    preview: sentences[0] ?? "",
    title: t("gatherings.mailSeriesChangedTitle"),
    blocks: [
      { kind: "text", text: t("gatherings.mailSeriesChangedLead", { by }) },
      ...sentences.map((text) => ({ kind: "text" as const, text: `${text}.` })),
      { kind: "text", text: t("gatherings.mailSeriesDays") },
      { kind: "list", items: days },
      ...(off.length > 0
        ? [
            { kind: "text" as const, text: t("gatherings.mailSeriesOff") },
            { kind: "list" as const, items: off },
          ]
        : []),
      { kind: "text", text: t("gatherings.mailAsk", { day: lower(day) }) },
      ...choices(facts, answerHref),
    ],
  };
}

export interface ChangedFacts extends About {
  /** How its day and hour were, in the middle of a sentence; null when they are as they were. Its place likewise. */
  from: string | null;
  fromPlace: string | null;
  /** Where to answer, when it is asked again; else where to see it. */
  answerHref: string | null;
  href: string | null;
}

/** A gathering is at another time, or elsewhere. */
export function changedLetter(facts: ChangedFacts): Letter {
  const { t, by, day, from, fromPlace, answerHref, href } = facts;
  const lead = from
    ? t("gatherings.mailMovedLead", { by, from })
    : fromPlace
      ? t("gatherings.mailElsewhereLead", { by, place: fromPlace })
      : t("gatherings.mailChangedLead", { by });
  return {
    ...around(facts),
    subject: t(from ? "gatherings.mailMoved" : "gatherings.mailChanged", { day }),
    preview: `${facts.when}, ${facts.place}`,
    title: t(from ? "gatherings.mailMovedTitle" : "gatherings.mailChangedTitle"),
    blocks: [
      { kind: "text", text: lead },
      ...whereAndWhen(facts),
      ...(answerHref ? [{ kind: "text" as const, text: t("gatherings.mailMovedAsk") }, ...choices(facts, answerHref)] : []),
      ...(!answerHref && href ? [{ kind: "button" as const, label: t("gatherings.mailSee"), href }] : []),
    ],
  };
}

/** What was off goes on after all. */
export function onLetter(facts: About & { href: string | null }): Letter {
  const { t, by, day, href } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailOn", { day }),
    preview: `${facts.when}, ${facts.place}`,
    title: t("gatherings.mailOnTitle"),
    blocks: [
      { kind: "text", text: t("gatherings.mailOnLead", { by }) },
      ...whereAndWhen(facts),
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSee"), href }] : []),
    ],
  };
}

/** A gathering is off. */
export function cancelledLetter(facts: About & { href: string | null }): Letter {
  const { t, by, day, href } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailCancelled", { day }),
    preview: t("gatherings.mailCancelledLead", { by }),
    title: t("gatherings.cancelled"),
    blocks: [
      { kind: "text", text: t("gatherings.mailCancelledLead", { by }) },
      ...whereAndWhen(facts),
      ...(href ? [{ kind: "button" as const, label: t("gatherings.mailSee"), href }] : []),
    ],
  };
}

function around({ t, language, central, own }: About): Pick<Letter, "from" | "language" | "why"> {
  const why = own ? t("gatherings.mailWhyOwn") : t("gatherings.mailWhy", { name: central });
  return { from: t("app.circleOf", { name: central }), language, why };
}

function whereAndWhen({ t, when, place }: About): Block[] {
  return [
    { kind: "fact", label: t("gatherings.mailWhen"), text: when },
    { kind: "fact", label: t("gatherings.mailWhere"), text: place },
  ];
}

function choices({ t }: About, href: string): Block[] {
  const one = (answer: string, label: string) => ({ label, href: `${href}?answer=${answer}` });
  const items = [one("yes", t("gatherings.mailYes")), one("no", t("gatherings.mailNo")), one("maybe", t("gatherings.mailMaybe"))];
  return [
    { kind: "choices", items },
    { kind: "quiet", text: t("gatherings.mailPressOn") },
  ];
}

/** A day in the middle of a sentence. */
function lower(day: string): string {
  return day.charAt(0).toLocaleLowerCase() + day.slice(1);
}
