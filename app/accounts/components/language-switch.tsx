import { languages } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";

/** One press to read in the other language. It says its own name in that language. @param next page to come back to */
export function LanguageSwitch({ next }: { next: string }) {
  const t = useText();
  const language = useLanguage();
  const names = { nl: t("app.inDutch"), en: t("app.inEnglish") };
  return (
    <form method="post" action="/language">
      <input type="hidden" name="next" value={next} />
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button key={other} type="submit" name="language" value={other} className="link" lang={other}>
            {names[other]}
          </button>
        ))}
    </form>
  );
}
