import { AudienceTag } from "~/groups/components/audience-tag";
import type { Frame } from "~/groups/frame";
import { monthOf } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Press } from "~/ui/press";
import type { DreamShown, PlanOverview } from "../overview.server";
import { GoalItem } from "./goal-item";
import { Presses } from "./presses";

/** How many goals are drawn as dots before the words alone say how far it came. */
const dots = 12;

/** A dream: since when, how far it came, and under it its goals. */
export function DreamCard({ frame, dream, can }: { frame: Frame; dream: DreamShown; can: PlanOverview["can"] }) {
  const t = useText();
  const language = useLanguage();
  const here = `/g/${frame.groupId}/plan`;
  const { goalsSet, goalsReached } = dream;
  return (
    <article className="dream" id={dream.id} aria-labelledby={`${dream.id}-title`}>
      <div className="dream-head">
        <p className="eyebrow">{t("plan.dreamSince", { month: monthOf(dream.since, language) })}</p>
        <h2 id={`${dream.id}-title`} dir="auto">
          {dream.text}
        </h2>
        {goalsSet > 0 && (
          <div className="far">
            {goalsSet <= dots && (
              <span className="far-dots" aria-hidden="true">
                {Array.from({ length: goalsSet }, (_, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: dots are only counted
                  <i key={place} className={place < goalsReached ? "full" : undefined} />
                ))}
              </span>
            )}
            <span className="soft">{t("plan.far", { reached: goalsReached, count: goalsSet })}</span>
          </div>
        )}
        <AudienceTag frame={frame} audience={dream.audience} />
        <Presses>
          {dream.can.comeTrue && (
            <Press to={`${here}/dreams/${dream.id}/came-true`} icon="joy" about={dream.text}>
              {t("plan.cameTrue")}
            </Press>
          )}
          {dream.can.change && (
            <a className="link" href={`${here}/dreams/${dream.id}`}>
              {t("app.change")}
              <span className="unseen">: {dream.text}</span>
            </a>
          )}
        </Presses>
      </div>
      {dream.goals.length > 0 && (
        <ul className="goals">
          {dream.goals.map((goal) => (
            <GoalItem key={goal.id} frame={frame} goal={goal} promise={can.promise} />
          ))}
        </ul>
      )}
      {can.setGoal && (
        <p>
          <LinkButton href={`${here}/goals/new?dream=${dream.id}`} icon="plus">
            {t("plan.goalAdd")}
            <span className="unseen">: {dream.text}</span>
          </LinkButton>
        </p>
      )}
    </article>
  );
}
