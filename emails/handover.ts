import type { Letter, Written } from "./letter";

export interface HandoverFacts extends Written {
  /** Whose circle it is. */
  name: string;
  /** The reader is that person. */
  own: boolean;
  starter: string;
  /** The facilitators who go on, and the same as one reads them. */
  facilitators: string[];
  names: string;
  /** The reader is the one facilitator. */
  you: boolean;
  /** Null when the reader has no way in yet. */
  href: string | null;
}

/** The organisation's starter has left the circle to its facilitator. */
export function handoverLetter({ t, language, name, own, starter, facilitators, names, you, href }: HandoverFacts): Letter {
  const goesOn = () => {
    if (you) return t("organisation.mailGoesOnYou");
    return t(facilitators.length > 1 ? "organisation.mailGoesOnMany" : "organisation.mailGoesOn", { names });
  };
  return {
    subject: t("organisation.mailSubject", { name, names }),
    preview: t("organisation.mailPreview", { starter }),
    from: t("app.circleOf", { name }),
    language,
    title: t("organisation.mailSubject", { name, names }),
    blocks: [
      { kind: "text", text: own ? t("organisation.mailTextOwn", { starter }) : t("organisation.mailText", { starter, name }) },
      { kind: "text", text: goesOn() },
      { kind: "text", text: t("organisation.mailSeesNothing", { starter }) },
      ...(href ? [{ kind: "button" as const, label: t("organisation.mailButton"), href }] : []),
    ],
    why: own ? t("organisation.mailWhyOwn") : t("organisation.mailWhy", { name }),
  };
}
