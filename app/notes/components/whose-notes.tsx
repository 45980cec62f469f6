import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import type { NotesOf } from "../private-notes.server";

/** That there are private notes, and whose: for the page where the central person decides. */
export function WhoseNotes({ of }: { of: NotesOf[] }) {
  const t = useText();
  const language = useLanguage();
  return of.map(({ name, count, latest }) => (
    <p className="soft" key={name}>
      {t("notes.there", { name, count, day: plainDay(latest, language) })}
    </p>
  ));
}
