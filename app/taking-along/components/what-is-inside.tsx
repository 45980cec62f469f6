import { useText } from "~/i18n/use-text";
import { Press } from "~/ui/press";

/** What is in the file, and the press that gets it. */
export function WhatIsInside({ zip }: { zip: string }) {
  const t = useText();
  return (
    <>
      <h2>{t("takeAlong.inside")}</h2>
      <ul>
        <li>{t("takeAlong.insideRead")}</li>
        <li>{t("takeAlong.insidePhotos")}</li>
        <li>{t("takeAlong.insideCalendar")}</li>
        <li>{t("takeAlong.insideData")}</li>
      </ul>
      <p>{t("takeAlong.careful")}</p>
      <Press to={zip} kind="main">
        {t("takeAlong.press")}
      </Press>
    </>
  );
}
