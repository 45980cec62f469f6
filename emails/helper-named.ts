import type { Letter, Written } from "./letter";

export interface HelperNamedFacts extends Written {
  /** Whose circle it is, and who is helped. */
  name: string;
  /** Who wrote it down, when that was not the central person. */
  by: string | null;
  /** Null when the reader has no way in yet. */
  href: string | null;
}

/** Somebody was chosen to act for the central person. */
export function helperNamedLetter({ t, language, name, by, href }: HelperNamedFacts): Letter {
  const chosen = by ? t("steering.mailTextBy", { by, name }) : t("steering.mailText", { name });
  return {
    subject: t("steering.mailSubject", { name }),
    preview: chosen,
    from: t("app.circleOf", { name }),
    language,
    title: t("steering.mailSubject", { name }),
    blocks: [
      { kind: "text", text: chosen },
      { kind: "text", text: t("steering.mailWhat", { name }) },
      { kind: "text", text: t("steering.mailStop") },
      ...(href ? [{ kind: "button" as const, label: t("steering.mailButton"), href }] : []),
    ],
    why: t("steering.mailWhy", { name }),
  };
}
