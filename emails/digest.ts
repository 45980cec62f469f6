import { type About, around, mineInWords, whereAndWhen } from "./about-gatherings";
import type { Block, Letter } from "./letter";

export interface DigestFacts extends Pick<About, "t" | "language" | "central" | "own"> {
  /** "november" */
  month: string;
  /** What happened, as sentences, and how much more there was. */
  happened: string[];
  more: number;
  /** What the reader promised, each with "Tegen dinsdag 1 december", and how much more. */
  promises: { text: string; due: string | null }[];
  morePromises: number;
  /** When the circle meets next, and what the reader answered. */
  next: { when: string; place: string; mine: "yes" | "online" | "no" | "maybe" | null } | null;
  storyHref: string;
  fewerHref: string;
}

/** What happened in a circle in the month that is over. */
export function digestLetter(facts: DigestFacts): Letter {
  const { t, central, own, month, happened, more, storyHref, fewerHref } = facts;
  const name = month.charAt(0).toLocaleUpperCase() + month.slice(1);
  const subject = own ? t("digest.mailOwn", { month: name }) : t("digest.mail", { month: name, name: central });
  return {
    ...around(facts),
    subject,
    preview: happened[0] ?? subject,
    title: subject,
    blocks: [
      { kind: "text", text: t("digest.mailHappened") },
      { kind: "list", items: happened },
      ...(more > 0 ? [{ kind: "text" as const, text: t("digest.mailMore", { count: more }) }] : []),
      { kind: "button", label: t("digest.mailStory"), href: storyHref },
      ...promised(facts),
      ...next(facts),
    ],
    fewer: { label: t("digest.mailFewer"), href: fewerHref },
  };
}

function promised({ t, promises, morePromises }: DigestFacts): Block[] {
  if (promises.length === 0) return [];
  const items = promises.map(({ text, due }) => (due ? `${text}\n${due}` : text));
  return [
    { kind: "text", text: t("digest.mailPromised") },
    { kind: "list", items },
    ...(morePromises > 0 ? [{ kind: "text" as const, text: t("digest.mailMorePromised", { count: morePromises }) }] : []),
  ];
}

function next({ t, next }: DigestFacts): Block[] {
  if (!next) return [];
  const { when, place, mine } = next;
  return [
    { kind: "text", text: t("digest.mailNext") },
    ...whereAndWhen({ t, when, place }),
    { kind: "text", text: mineInWords({ t }, mine) },
  ];
}
