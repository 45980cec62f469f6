import { longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import type { Line } from "../line";
import { sentence } from "../sentence";

/** One moment: the day, and what happened. */
export function StoryLine({ line, me }: { line: Line; me: string }) {
  const t = useText();
  const language = useLanguage();
  const said = sentence(line, me, language, t);
  if (!said) return null;
  return (
    <li className={said.joy ? "moment joy" : "moment"} id={line.id}>
      <time dateTime={line.on}>{longDay(line.on, language, line.on)}</time>
      <p>{said.joy ? <strong>{said.text}</strong> : said.text}</p>
    </li>
  );
}
