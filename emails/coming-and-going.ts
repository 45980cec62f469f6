import type { Letter, Written } from "./letter";

interface About extends Written {
  /** Whose circle it is. */
  central: string;
}

export interface LeftFacts extends About {
  /** The reader is the one whose circle it is. */
  own: boolean;
  /** Who left, and what they said last. */
  who: string;
  word: string | null;
  /** Null when the reader has no way in yet. */
  href: string | null;
}

/** Somebody left the circle. */
export function leftLetter({ t, language, central, own, who, word, href }: LeftFacts): Letter {
  const subject = own ? t("circle.leftSubjectOwn", { who }) : t("circle.leftSubject", { who, name: central });
  return {
    subject,
    preview: t("circle.leftText", { who }),
    from: t("app.circleOf", { name: central }),
    language,
    title: subject,
    blocks: [
      { kind: "text", text: t("circle.leftText", { who }) },
      ...(word ? [{ kind: "fact" as const, label: t("circle.leftWord", { who }), text: word }] : []),
      { kind: "text", text: t("circle.leftStays", { who }) },
      ...(href ? [{ kind: "button" as const, label: t("circle.toCircle"), href }] : []),
    ],
    why: own ? t("circle.leftWhyOwn") : t("circle.leftWhy", { name: central }),
  };
}

/** The reader belongs to the circle again. */
export function backLetter({ t, language, central, href }: About & { href: string }): Letter {
  return {
    subject: t("circle.backSubject", { name: central }),
    preview: t("circle.backText"),
    from: t("app.circleOf", { name: central }),
    language,
    title: t("circle.backSubject", { name: central }),
    blocks: [
      { kind: "text", text: t("circle.backText") },
      { kind: "text", text: t("circle.backLeave") },
      { kind: "button", label: t("circle.toCircle"), href },
    ],
    why: t("steering.mailWhy", { name: central }),
  };
}
