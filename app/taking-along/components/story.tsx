import { plainDay } from "~/i18n/dates";
import type { Line } from "~/story/line";
import { sentence } from "~/story/sentence";
import type { Reading } from "../reading";

/** What happened, oldest first, in the same sentences as on the page. */
export function Story({ lines, reading: { t, language, me } }: { lines: readonly Line[]; reading: Reading }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t("app.story")}</h2>
      <ul>
        {lines.map((line) => {
          const said = sentence(line, me, language, t);
          return (
            said && (
              <li key={line.id}>
                <span className="soft">{plainDay(line.on, language)}</span> {said.text}
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
