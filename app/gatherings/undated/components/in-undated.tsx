import { useLanguage, useText } from "~/i18n/use-text";
import type { Undated } from "../undated.server";
import { undatedInWords } from "../undated-words";

/** In a form for the next gathering of a rhythm without a date: which one it is, said and sent along. */
export function InUndated({ series }: { series: Undated }) {
  const t = useText();
  const language = useLanguage();
  return (
    <p>
      <input type="hidden" name="series" value={series.id} />
      {undatedInWords(series, language, t).join(" ")}
    </p>
  );
}

/** What each gathering of it is besides its day and hour, as the fields of a form. */
export function meetingOf({ minutes, place, about }: Undated) {
  return { minutes: String(minutes), place, about };
}
