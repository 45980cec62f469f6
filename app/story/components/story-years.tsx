import { monthOf } from "~/i18n/dates";
import { useLanguage } from "~/i18n/use-text";
import type { StoryYear } from "../years.server";
import { StoryLine } from "./story-line";

/** What happened, by year and month. */
export function StoryYears({ years, me }: { years: StoryYear[]; me: string }) {
  const language = useLanguage();
  return (
    <ol className="timeline">
      {years.map(({ year, months }) => (
        <li className="year" key={year}>
          <h2>{year}</h2>
          {months.map(({ month, lines }) => (
            <section className="section" key={month}>
              <h3>{monthOf(`${month}-01`, language)}</h3>
              <ol className="moments">
                {lines.map((line) => (
                  <StoryLine key={line.id} line={line} me={me} />
                ))}
              </ol>
            </section>
          ))}
        </li>
      ))}
    </ol>
  );
}
