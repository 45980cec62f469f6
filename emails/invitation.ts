import type { Letter, Written } from "./letter";

export interface InvitationFacts extends Written {
  /** Who reads it. */
  name: string;
  /** Whose circle it is. */
  central: string;
  /** The reader is that person: the circle was made for them. */
  own: boolean;
  /** Who asks: "Jan", or "Rita, voor Jan". */
  by: string;
  /** Last day to answer, in words. */
  until: string;
  href: string;
}

/** Somebody is asked to join a circle. */
export function invitationLetter({ t, language, name, central, own, by, until, href }: InvitationFacts): Letter {
  const subject = own ? t("circle.mailSubjectOwn", { by }) : t("circle.mailSubject", { name: central });
  return {
    subject,
    preview: own ? t("circle.mailPreviewOwn") : t("circle.mailPreview", { by, name: central }),
    from: t("app.circleOf", { name: central }),
    language,
    title: t("circle.mailTitle", { name }),
    blocks: [
      { kind: "text", text: own ? t("circle.mailTextOwn", { by }) : t("circle.mailText", { by, name: central }) },
      { kind: "text", text: own ? t("circle.whatOwn") : t("circle.what", { name: central }) },
      { kind: "text", text: t("circle.mailNoStrings") },
      { kind: "button", label: t("circle.mailButton"), href },
      { kind: "quiet", text: t("circle.mailUntil", { day: until }) },
    ],
    why: t("circle.mailWhy", { by }),
  };
}
