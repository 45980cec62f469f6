import { listed, plainDay } from "~/i18n/dates";
import { dayOf } from "~/platform/wall-clock";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

type Goal = TakenCircle["goals"][number];
type Action = TakenCircle["actions"][number];

/** Dreams, under each its goals, under each its promises; what hangs under nothing stands alone. */
export function Plan({ circle: { dreams, goals, actions }, reading }: { circle: TakenCircle; reading: Reading }) {
  if (dreams.length + goals.length + actions.length === 0) return null;
  const known = new Set([...dreams, ...goals].map(({ id }) => id));
  const loose = (under: string | null) => under === null || !known.has(under);
  const goalsUnder = (id: string) => goals.filter(({ dreamId }) => dreamId === id);
  const actionsUnder = (id: string) => actions.filter(({ goalId }) => goalId === id);
  const goalList = (all: Goal[]) =>
    all.map((goal) => <GoalItem key={goal.id} goal={goal} actions={actionsUnder(goal.id)} reading={reading} />);
  return (
    <>
      <h2>{reading.t("takeAlong.plan")}</h2>
      {dreams.map((dream) => (
        <section key={dream.id}>
          <h3>{dream.text}</h3>
          <Ended reading={reading} joy={dream.cameTrueAt} joyWord={reading.t("plan.cameTrue")} letGo={dream.letGoAt} />
          <ul>{goalList(goalsUnder(dream.id))}</ul>
        </section>
      ))}
      <ul>
        {goalList(goals.filter(({ dreamId }) => loose(dreamId)))}
        {actions
          .filter(({ goalId }) => loose(goalId))
          .map((action) => (
            <ActionItem key={action.id} action={action} reading={reading} />
          ))}
      </ul>
    </>
  );
}

function GoalItem({ goal, actions, reading }: { goal: Goal; actions: Action[]; reading: Reading }) {
  return (
    <li>
      {goal.text} <Ended reading={reading} joy={goal.reachedAt} joyWord={reading.t("plan.reached")} letGo={goal.letGoAt} />
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} reading={reading} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ActionItem({ action, reading }: { action: Action; reading: Reading }) {
  const { t, language } = reading;
  const names = listed(
    action.people.map(({ name }) => name),
    language,
  );
  return (
    <li>
      {action.text} <span className="soft">({names})</span>{" "}
      <Ended reading={reading} joy={action.doneAt} joyWord={t("takeAlong.done")} letGo={action.letGoAt} />
    </li>
  );
}

interface EndedProps {
  reading: Reading;
  joy: string | null;
  joyWord: string;
  letGo: string | null;
}

function Ended({ reading: { t, language, zone }, joy, joyWord, letGo }: EndedProps) {
  const day = (instant: string) => plainDay(dayOf(instant, zone), language);
  if (letGo) return <span className="soft">· {t("plan.letGoOn", { day: day(letGo) })}</span>;
  return joy ? (
    <span className="soft">
      · {joyWord}, {day(joy)}
    </span>
  ) : null;
}
