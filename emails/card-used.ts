import type { Letter, Written } from "./letter";

export interface CardUsedFacts extends Written {
  /** Whose circle it is. */
  central: string;
  /** Whose card it is. */
  name: string;
  /** Moment in words, on the clock of the group. */
  when: string;
  href: string;
}

/** Somebody signed in on another device with a card: for whom they trust. */
export function cardUsedLetter({ t, language, central, name, when, href }: CardUsedFacts): Letter {
  return {
    subject: t("card.mailSubject", { name }),
    preview: t("card.mailText", { name, when }),
    from: t("app.circleOf", { name: central }),
    language,
    title: t("card.mailSubject", { name }),
    blocks: [
      { kind: "text", text: t("card.mailText", { name, when }) },
      { kind: "text", text: t("card.mailOther", { name }) },
      { kind: "button", label: t("card.mailButton", { name }), href },
    ],
    why: t("card.mailWhy", { name }),
  };
}
