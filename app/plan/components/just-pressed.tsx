import type { Frame } from "~/groups/frame";
import type { TextKey } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Press } from "~/ui/press";
import type { Just } from "../what-was.server";

const said: Record<`${Just["kind"]}.${Just["state"]}`, TextKey> = {
  "dream.done": "plan.justCameTrue",
  "dream.letGo": "plan.justLetGo",
  "goal.done": "plan.justReached",
  "goal.letGo": "plan.justLetGo",
  "action.done": "plan.justDone",
  "action.letGo": "plan.justLetGo",
};

/** The answer to a press, and the way back. */
export function JustPressed({ frame, just }: { frame: Frame; just: Just | null }) {
  const t = useText();
  if (!just) return null;
  const again = just.kind === "action" ? "reopen" : "again";
  return (
    <Notice
      kind={just.state === "letGo" ? "info" : just.kind === "action" ? "good" : "joy"}
      title={t(said[`${just.kind}.${just.state}`])}
      focus
    >
      <p dir="auto">{just.text}</p>
      {just.can.takeUp && (
        <Press to={`/g/${frame.groupId}/plan/${just.kind}s/${just.id}/${again}`} icon="undo" about={just.text}>
          {t("plan.notYet")}
        </Press>
      )}
    </Notice>
  );
}
