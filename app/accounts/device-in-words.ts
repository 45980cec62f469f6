import type { Say, TextKey } from "~/i18n/text";
import type { Device } from "./device";

const kinds: Record<Device["kind"], TextKey> = {
  phone: "device.phone",
  tablet: "device.tablet",
  computer: "device.computer",
  unknown: "device.unknown",
};

/** "Telefoon met Chrome". */
export function deviceInWords(t: Say, { kind, browser }: Device): string {
  return browser ? t("device.with", { kind: t(kinds[kind]), browser }) : t(kinds[kind]);
}
