import type { Letter, Written } from "./letter";

export interface NewDeviceFacts extends Written {
  /** May be empty. */
  name: string;
  /** In words. */
  device: string;
  when: string;
  href: string;
}

/** Somebody's account was opened in a browser that it was never open in before. */
export function newDeviceLetter({ t, language, name, device, when, href }: NewDeviceFacts): Letter {
  return {
    subject: t("device.mailSubject"),
    preview: t("device.mailText", { device, when }),
    from: t("app.name"),
    language,
    title: name ? t("mail.hello", { name }) : t("device.mailSubject"),
    blocks: [
      { kind: "text", text: t("device.mailText", { device, when }) },
      { kind: "text", text: t("device.mailYou") },
      { kind: "text", text: t("device.mailNotYou") },
      { kind: "button", label: t("device.mailButton"), href },
    ],
    why: t("device.mailWhy"),
  };
}
