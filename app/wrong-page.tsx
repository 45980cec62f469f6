import type { Say } from "./i18n/text";
import { LinkButton } from "./ui/button";
import { PageHead } from "./ui/headings";
import { PlainPage } from "./ui/plain-page";

/** Says what is wrong where a page should have been, and offers a way on. */
export function WrongPage({ t, title, lead }: { t: Say; title: string; lead: string }) {
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={lead} />
      <p>
        <LinkButton href="/me">{t("system.toMyCircles")}</LinkButton>
      </p>
    </PlainPage>
  );
}
