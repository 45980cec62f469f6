import type { Letter, Written } from "./letter";

interface WishFacts extends Written {
  central: string;
  /** To the central person. */
  own: boolean;
  who: string;
  /** Who named them; null when they asked themselves. */
  by: string | null;
  /** May be empty. */
  word: string;
  /** Null when the reader has no way in yet. */
  href: string | null;
}

/** Somebody would like to belong to the circle. */
export function wishToJoinLetter({ t, language, central: name, own, who, by, word, href }: WishFacts): Letter {
  const subject = own ? t("joining.mailSubjectOwn", { who }) : t("joining.mailSubject", { who, name });
  const text = by ? t("joining.mailProposed", { by, who }) : t("joining.mailAsked", { who });
  return {
    ...{ subject, preview: text, from: t("app.circleOf", { name }), language, title: subject },
    blocks: [
      { kind: "text", text },
      ...(word ? [{ kind: "text" as const, text: t("joining.mailWord", { by: by ?? who, text: word }) }] : []),
      { kind: "text", text: own ? t("joining.mailDecideOwn") : t("joining.mailDecide", { name }) },
      ...(href ? [{ kind: "button" as const, label: t("joining.mailButton"), href }] : []),
    ],
    why: own ? t("erasing.mailWhyOwn") : t("circle.leftWhy", { name }),
  };
}
