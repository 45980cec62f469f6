import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";
import type { PlanOverview } from "../overview.server";
import { ActionRow } from "./action-row";
import { GoalItem } from "./goal-item";
import { Presses } from "./presses";

/** Goals and actions that hang under nothing on this page. */
export function Loose({ frame, goals, actions, can }: { frame: Frame } & Pick<PlanOverview, "goals" | "actions" | "can">) {
  const t = useText();
  const here = `/g/${frame.groupId}/plan`;
  const any = goals.length + actions.length > 0;
  if (!any && !can.promise) return null;
  return (
    <Section id="loose" title={any ? t("plan.loose") : t("plan.looseNone")}>
      {goals.length > 0 && (
        <ul className="goals">
          {goals.map((goal) => (
            <GoalItem key={goal.id} frame={frame} goal={goal} promise={can.promise} />
          ))}
        </ul>
      )}
      {actions.length > 0 && (
        <ul className="actions">
          {actions.map((action) => (
            <ActionRow key={action.id} frame={frame} action={action} />
          ))}
        </ul>
      )}
      <Presses>
        {can.promise && (
          <LinkButton href={`${here}/actions/new`} icon="plus">
            {t("plan.actionAdd")}
          </LinkButton>
        )}
        {can.setGoal && (
          <LinkButton href={`${here}/goals/new`} icon="plus">
            {t("plan.goalAdd")}
          </LinkButton>
        )}
      </Presses>
    </Section>
  );
}
