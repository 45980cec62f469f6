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
export function newDeviceLetter(facts: NewDeviceFacts): Letter {
  return letterAbout("device", facts);
}

/** A device can sign somebody in from now on. */
export function newPasskeyLetter(facts: NewDeviceFacts): Letter {
  return letterAbout("passkey", facts);
}

function letterAbout(what: "device" | "passkey", { t, language, name, device, when, href }: NewDeviceFacts): Letter {
  const [subject, text] = [t(`${what}.mailSubject`), t(`${what}.mailText`, { device, when })];
  return {
    subject,
    preview: text,
    from: t("app.name"),
    language,
    title: name ? t("mail.hello", { name }) : subject,
    blocks: [
      { kind: "text", text },
      { kind: "text", text: t("device.mailYou") },
      { kind: "text", text: t(`${what}.mailNotYou`) },
      { kind: "button", label: t("device.mailButton"), href },
    ],
    why: t("device.mailWhy"),
  };
}
