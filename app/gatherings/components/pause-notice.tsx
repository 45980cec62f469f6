import { longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Press } from "~/ui/press";
import type { PauseNow } from "../pausing/pause-now.server";

interface PauseNoticeProps {
  pause: PauseNow;
  groupId: string;
  today: string;
  /** May end it. */
  can: boolean;
}

/** From when until when the circle does not meet; and one press to meet again. */
export function PauseNotice({ pause: { from, until }, groupId, today, can }: PauseNoticeProps) {
  const t = useText();
  const language = useLanguage();
  const day = (one: string) => longDay(one, language, today);
  return (
    <>
      <Notice kind="info" title={t("gatherings.pauseNow")}>
        <p>{until ? t("gatherings.pauseDays", { from: day(from), until: day(until) }) : t("gatherings.pauseOpen", { from: day(from) })}</p>
      </Notice>
      {can && <Press to={`/g/${groupId}/gatherings/pause/end`}>{t("gatherings.pauseEnd")}</Press>}
    </>
  );
}
