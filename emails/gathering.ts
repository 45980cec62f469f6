import {
  type About,
  around,
  choices,
  type Mine,
  type Online,
  otherLink,
  otherwise,
  type PlannedFacts,
  whereAndWhen,
  within,
} from "./about-gatherings";
import type { Letter } from "./letter";

export interface GatheringFacts extends PlannedFacts {
  /** What the reader has answered already: then they are not asked again. */
  mine: Mine;
}

/** A gathering is planned: do you come? Who has said so already is told what they said. */
export function gatheringLetter(facts: GatheringFacts): Letter {
  const { t, central, own, by, day, when, place, about, mine, answerHref } = facts;
  return {
    ...around(facts),
    subject: t("gatherings.mailGathering", { day }),
    preview: `${when}, ${place}`,
    title: t(mine ? "gatherings.mailSet" : "gatherings.mailAsk", { day: within(facts) }),
    blocks: [
      { kind: "text", text: own ? t("gatherings.mailGatheringLeadOwn", { by }) : t("gatherings.mailGatheringLead", { by, name: central }) },
      ...whereAndWhen(facts),
      ...(about ? [{ kind: "fact" as const, label: t("gatherings.mailAbout"), text: about }] : []),
      ...(mine
        ? [{ kind: "text" as const, text: t(`gatherings.mailSaid.${mine}`) }, otherwise(facts, answerHref)]
        : choices(facts, answerHref)),
    ],
    fewer: { label: t("gatherings.mailFewer"), href: facts.fewerHref },
  };
}

/** The same question once more, to who has not answered. */
export function askedLetter(facts: PlannedFacts): Letter {
  const { t, by, day } = facts;
  const { blocks, ...letter } = gatheringLetter({ ...facts, mine: null });
  const lead = { kind: "text" as const, text: t("gatherings.mailAskedLead", { by }) };
  return { ...letter, subject: t("gatherings.mailAsked", { day }), blocks: [lead, ...blocks.slice(1)] };
}

export interface ChangedFacts extends About {
  /** How its day and hour were, in the middle of a sentence; null when they are as they were. Its place likewise. */
  /** It is at its day and hour again, before anybody was told of another. */
  back: boolean;
  from: string | null;
  fromPlace: string | null;
  /** Set when one takes part online with another link: the one that it is now, if any. */
  online: { now: Online | null } | null;
  /** Where to answer, when it is asked again; else where to see it. */
  answerHref: string | null;
  href: string | null;
  /** What the reader has answered that still counts, where others are asked again. */
  mine: Mine;
}

/** A gathering is at another time, or elsewhere. */
export function changedLetter(facts: ChangedFacts): Letter {
  const { t, day, from, online, mine, answerHref, href } = facts;
  const lead = changedLead(facts);
  return {
    ...around(facts),
    subject: t(from ? "gatherings.mailMoved" : "gatherings.mailChanged", { day }),
    preview: `${facts.when}, ${facts.place}`,
    title: t(from ? "gatherings.mailMovedTitle" : "gatherings.mailChangedTitle"),
    blocks: [
      { kind: "text", text: lead },
      ...whereAndWhen(facts),
      ...(online ? otherLink(facts, online.now) : []),
      ...(answerHref ? [{ kind: "text" as const, text: t("gatherings.mailMovedAsk") }, ...choices(facts, answerHref)] : []),
      ...(mine ? [{ kind: "text" as const, text: t(`gatherings.mailSaid.${mine}`) }] : []),
      ...(!answerHref && href ? [{ kind: "button" as const, label: t("gatherings.mailSee"), href }] : []),
    ],
  };
}

function changedLead({ t, by, back, from, fromPlace, online }: ChangedFacts): string {
  if (from) return t("gatherings.mailMovedLead", { by, from });
  if (fromPlace) return t("gatherings.mailElsewhereLead", { by, place: fromPlace });
  if (online) return t("gatherings.mailOnlineLead", { by });
  return t(back ? "gatherings.mailBackLead" : "gatherings.mailChangedLead", { by });
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
