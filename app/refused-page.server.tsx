import { renderToStaticMarkup } from "react-dom/server";
import { type Language, say, type TextKey } from "./i18n/text";
import type { RefusedStatus } from "./platform/http/listening.server";
import type { Words } from "./platform/refusal";
import { LinkButton } from "./ui/button";
import { PageHead } from "./ui/headings";
import { PlainPage } from "./ui/plain-page";

/** What is said of a request that no route has seen. */
export const refusedWords: Record<RefusedStatus, TextKey> = {
  400: "error.notUnderstood",
  403: "error.otherSite",
  405: "error.notUnderstood",
  413: "error.formTooBig",
  415: "error.formWrongKind",
  500: "system.brokenLead",
};

/**
 * The page that gives the reason where no route can: the request was refused at the door, or nothing could be read.
 * @param styles addresses of the stylesheets of the build
 */
export function refusedPage(language: Language, words: Words, styles: string[]): string {
  const t = say(language);
  const title = t("system.notNow");
  const page = (
    <html lang={language === "nl" ? "nl-BE" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
          <PageHead title={title} lead={t(words.key, words.values)} />
          <p>
            <LinkButton href="/me">{t("system.toMyCircles")}</LinkButton>
          </p>
        </PlainPage>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
