import type { Letter } from "./letter";
import type { NewDeviceFacts } from "./new-device";

/** A device can sign somebody in from now on. */
export function newPasskeyLetter({ t, language, name, device, when, href }: NewDeviceFacts): Letter {
  return {
    subject: t("passkey.mailSubject"),
    preview: t("passkey.mailText", { device, when }),
    from: t("app.name"),
    language,
    title: name ? t("mail.hello", { name }) : t("passkey.mailSubject"),
    blocks: [
      { kind: "text", text: t("passkey.mailText", { device, when }) },
      { kind: "text", text: t("device.mailYou") },
      { kind: "text", text: t("passkey.mailNotYou") },
      { kind: "button", label: t("device.mailButton"), href },
    ],
    why: t("device.mailWhy"),
  };
}
