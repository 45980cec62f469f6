import { AudienceTag } from "~/groups/components/audience-tag";
import type { Frame } from "~/groups/frame";
import { listed } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Faces } from "~/ui/face";
import { Press } from "~/ui/press";
import { dueWords } from "../due";
import type { ActionShown } from "../overview.server";
import { Presses } from "./presses";

/** What is promised: the faces of who does it, the words, by when. */
export function ActionRow({ frame, action }: { frame: Frame; action: ActionShown }) {
  const t = useText();
  const language = useLanguage();
  const here = `/g/${frame.groupId}/plan`;
  const names = listed(
    action.people.map((person) => person.name),
    language,
  );
  return (
    <li id={action.id}>
      <Faces people={action.people} max={3} />
      <div>
        <p className="row-title">
          <bdi>{action.text}</bdi>
        </p>
        <p className="soft">
          <bdi>{names}</bdi>
          {action.dueOn && `. ${dueWords(action.dueOn, frame.today, language, t)}`}
        </p>
        <AudienceTag frame={frame} audience={action.audience} />
        <Presses>
          {action.can.done && (
            <Press to={`${here}/actions/${action.id}/done`} icon="check" about={action.text} back={here}>
              {t("plan.done")}
            </Press>
          )}
          {action.can.change && (
            <a className="link" href={`${here}/actions/${action.id}`}>
              {t("app.change")}
              <span className="unseen">: {action.text}</span>
            </a>
          )}
        </Presses>
      </div>
    </li>
  );
}
