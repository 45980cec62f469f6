import type { Frame } from "~/groups/frame";
import { longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import type { LastChange } from "../beside-the-list.server";
import { rhythmInWords } from "../rhythm-words";

interface LastChangesProps {
  changes: readonly LastChange[];
  frame: Frame;
}

/** Which series were changed not long ago, by whom, and the way back. */
export function LastChanges({ changes, frame: { groupId, own } }: LastChangesProps) {
  const t = useText();
  const language = useLanguage();
  const who = ({ byName: by, forName }: LastChange) => (forName ? t("app.byForWithin", { by, for: own ? t("app.youToo") : forName }) : by);
  return changes.map((change) => (
    <div key={change.id}>
      <p className="soft">
        {t("gatherings.undoNotice", { by: who(change), day: longDay(change.day, language), rhythm: rhythmInWords(change, language, t) })}
      </p>
      <a className="link" href={`/g/${groupId}/gatherings/series/${change.id}/undo`}>
        {t("gatherings.undo")}
      </a>
    </div>
  ));
}
