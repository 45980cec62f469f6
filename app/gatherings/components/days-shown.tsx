import type { Birthday } from "~/groups/birthdays.server";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import type { DaysTyped } from "../days-typed";
import { DaysListed } from "./days-listed";

interface DaysShownProps extends DaysTyped {
  birthdays: readonly Birthday[];
  title: string;
  /** What the button says. */
  show: string;
}

/** The days of what is chosen, or what stands in the way. public/days-shown.js shows them anew at every choice; the button does without it. */
export function DaysShown({ days, wrong, birthdays, title, show }: DaysShownProps) {
  const t = useText();
  const [first] = wrong;
  return (
    <section className="days-shown stack" id="days" aria-labelledby="days-title">
      <h2 id="days-title">{title}</h2>
      <div id="days-live" aria-live="polite">
        {first ? <p className="soft">{t(first.words.key, first.words.values)}</p> : <DaysListed days={days} birthdays={birthdays} />}
      </div>
      <Button kind="quiet" icon="calendar" name="show" value="days" formAction="#days" id="days-show">
        {show}
      </Button>
    </section>
  );
}
