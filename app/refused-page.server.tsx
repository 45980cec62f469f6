import { renderToStaticMarkup } from "react-dom/server";
import { type Language, say, type TextKey } from "./i18n/text";
import type { RefusedStatus } from "./platform/http/listening.server";
import type { Words } from "./platform/refusal";
import { Document } from "./ui/document";
import { styleUrl } from "./ui/style";
import { WrongPage } from "./wrong-page";

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
 */
export function refusedPage(language: Language, words: Words): string {
  const t = say(language);
  const title = t("system.notNow");
  const head = (
    <>
      <title>{title}</title>
      <link rel="stylesheet" href={styleUrl} />
    </>
  );
  const page = (
    <Document language={language} head={head}>
      <WrongPage t={t} title={title} lead={t(words.key, words.values)} />
    </Document>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
