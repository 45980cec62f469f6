import type { Letter, Written } from "./letter";

interface CircleFacts extends Written {
  /** Whose circle it is. */
  name: string;
  /** To that person. */
  own: boolean;
  /** Null when the reader has no way in. */
  href: string | null;
}

/** A circle will be erased on a day: to everybody who loses something by it. */
export function circleEndsLetter({ t, language, name, own, day, href }: CircleFacts & { day: string }): Letter {
  const subject = own ? t("erasing.mailSubjectOwn", { day }) : t("erasing.mailSubject", { name, day });
  const chosen = own ? t("erasing.mailTextOwn") : t("erasing.mailText", { name });
  const label = own ? t("erasing.mailButtonOwn") : t("erasing.mailButton");
  return {
    ...{ subject, preview: chosen, from: t("app.circleOf", { name }), language, title: subject },
    blocks: [
      { kind: "text", text: chosen },
      { kind: "text", text: t("erasing.mailWhat", { day }) },
      { kind: "text", text: own ? t("erasing.mailBackOwn") : href ? t("erasing.mailKeep") : t("erasing.mailAsk", { name }) },
      ...(href ? [{ kind: "button" as const, label, href }] : []),
    ],
    why: own ? t("erasing.mailWhyOwn") : t("steering.mailWhy", { name }),
  };
}

/** It is not erased after all: to whom it was told. */
export function circleStaysLetter({ t, language, name, own, href }: CircleFacts): Letter {
  const subject = own ? t("erasing.staysSubjectOwn") : t("erasing.staysSubject", { name });
  const text = t("erasing.staysText");
  return {
    ...{ subject, preview: text, from: t("app.circleOf", { name }), language, title: subject },
    blocks: [{ kind: "text", text }, ...(href ? [{ kind: "button" as const, label: t("steering.mailButton"), href }] : [])],
    why: own ? t("erasing.mailWhyOwn") : t("steering.mailWhy", { name }),
  };
}
