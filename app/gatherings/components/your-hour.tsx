import { capital } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { type OnTwoClocks, yoursInWords } from "../own-clock";

/** "Bij jou 13.30 uur", on a line before others; nothing where the reader's clock shows the same. */
export function YourHour({ when }: { when: OnTwoClocks }) {
  const t = useText();
  const yours = yoursInWords(when, useLanguage(), t);
  return (
    yours && (
      <>
        {capital(yours)}
        <br />
      </>
    )
  );
}
