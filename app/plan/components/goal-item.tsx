import { AudienceTag } from "~/groups/components/audience-tag";
import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Press } from "~/ui/press";
import { Tag } from "~/ui/tag";
import type { GoalShown } from "../overview.server";
import { ActionRow } from "./action-row";
import { Presses } from "./presses";

/** A goal, and under it what is promised for it. */
export function GoalItem({ frame, goal, promise }: { frame: Frame; goal: GoalShown; promise: boolean }) {
  const t = useText();
  const here = `/g/${frame.groupId}/plan`;
  return (
    <li className={goal.reached ? "goal reached" : "goal"} id={goal.id}>
      <div className="goal-head">
        <h3 dir="auto">{goal.text}</h3>
        {goal.reached && (
          <Tag kind="joy" icon="joy">
            {t("plan.reachedTag")}
          </Tag>
        )}
        <AudienceTag frame={frame} audience={goal.audience} />
      </div>
      {goal.actions.length > 0 && (
        <ul className="actions">
          {goal.actions.map((action) => (
            <ActionRow key={action.id} frame={frame} action={action} />
          ))}
        </ul>
      )}
      {!goal.reached && (
        <Presses>
          {promise && (
            <LinkButton href={`${here}/actions/new?goal=${goal.id}`} icon="plus">
              {t("plan.actionAsk")}
              <span className="unseen">: {goal.text}</span>
            </LinkButton>
          )}
          {goal.can.reach && (
            <Press to={`${here}/goals/${goal.id}/reached`} icon="check" about={goal.text}>
              {t("plan.reached")}
            </Press>
          )}
          {goal.can.change && (
            <a className="link" href={`${here}/goals/${goal.id}`}>
              {t("app.change")}
              <span className="unseen">: {goal.text}</span>
            </a>
          )}
        </Presses>
      )}
    </li>
  );
}
