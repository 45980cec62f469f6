import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { promises } from "~/promises/promises";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export const loader = () => ({});

export const meta = pageTitle("promise.title");

/** For everybody to read, signed in or not. */
export default function Promises() {
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("promise.title")} lead={t("promise.lead")} />
      <ol className="word-given">
        {promises.map((one) => (
          <li key={one}>{t(`promise.${one}`)}</li>
        ))}
      </ol>
    </PlainPage>
  );
}
