import type { Frame } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Press } from "~/ui/press";
import type { SupportShown } from "../overview.server";

/** The answer to "this has stopped", and the way back. */
export function JustEnded({ frame, just }: { frame: Frame; just: SupportShown | null }) {
  const t = useText();
  const language = useLanguage();
  if (!just?.until) return null;
  return (
    <Notice kind="info" title={t("support.justEnded", { day: plainDay(just.until, language) })} focus>
      <p>
        <bdi>{just.who}</bdi>: <bdi>{just.what}</bdi>
      </p>
      {just.can.change && (
        <Press to={`/g/${frame.groupId}/support/${just.id}/resume`} icon="undo" about={just.what}>
          {t("support.resume")}
        </Press>
      )}
    </Notice>
  );
}
