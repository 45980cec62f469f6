import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import type { Said } from "./said.server";

/** What was just done, once, above the page: it has the focus, and leads to where it is to be seen. */
export function JustDone({ saying, at }: Said) {
  const t = useText();
  return (
    <div className="just-done">
      <Notice kind={saying === "joy" ? "joy" : "good"} focus>
        <p>
          <strong>{t(`said.${saying}`)}</strong> {at && <a href={`#${at}`}>{t("said.see")}</a>}
        </p>
      </Notice>
    </div>
  );
}
