import type { Letter, Written } from "./letter";

export interface SignInFacts extends Written {
  /** May be empty: who signs in for the first time has no name here yet. */
  name: string;
  code: string;
  href: string;
  minutes: number;
}

/** A code and a button to sign in with. Nothing secret stands in the subject, which mail servers keep in their logs. */
export function signInLetter({ t, language, name, code, href, minutes }: SignInFacts): Letter {
  return {
    subject: t("mail.signInSubject"),
    preview: t("mail.signInPreview"),
    from: t("app.name"),
    language,
    title: name ? t("mail.hello", { name }) : t("mail.signInSubject"),
    blocks: [
      { kind: "text", text: t("mail.signInPress"), plain: t("mail.signInOpen") },
      { kind: "button", label: t("mail.signInButton"), href },
      { kind: "text", text: t("mail.signInCode") },
      { kind: "code", text: code },
      { kind: "quiet", text: t("mail.signInMinutes", { count: minutes }), plain: t("mail.signInMinutesText", { count: minutes }) },
      { kind: "quiet", text: t("mail.signInNotYou") },
    ],
    why: t("mail.signInWhy"),
  };
}
