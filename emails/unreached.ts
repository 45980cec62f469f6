import type { Letter, Written } from "./letter";

export interface UnreachedFacts extends Written {
  /** Whose circle it is, and whether that is the reader. */
  central: string;
  own: boolean;
  /** Whom mails do not reach. */
  who: string;
  /** Their page; null when the reader has no way in. */
  href: string | null;
}

/** Mails do not reach somebody of the circle any more. */
export function unreachedLetter({ t, language, central, own, who, href }: UnreachedFacts): Letter {
  const subject = t("circle.unreachedSubject", { name: who });
  return {
    subject,
    preview: t("circle.unreachedAsk", { name: who }),
    from: t("app.circleOf", { name: central }),
    language,
    title: subject,
    blocks: [
      { kind: "text", text: t("circle.unreachedText", { name: who }) },
      { kind: "text", text: t("circle.unreachedAsk", { name: who }) },
      ...(href ? [{ kind: "button" as const, label: t("circle.unreachedPage", { name: who }), href }] : []),
    ],
    why: own ? t("circle.leftWhyOwn") : t("steering.mailWhy", { name: central }),
  };
}
