import { useText } from "~/i18n/use-text";

/** What is gone when a circle is erased, who hears of it, and what stays for how long. */
export function WhatGoes({ settings }: { settings: string }) {
  const t = useText();
  return (
    <>
      <ul>
        <li>{t("erasing.all")}</li>
        <li>{t("erasing.everyone")}</li>
        <li>{t("erasing.backups")}</li>
      </ul>
      <p>
        <a className="link" href={`${settings}/take-along`}>
          {t("erasing.along")}
        </a>
      </p>
    </>
  );
}
