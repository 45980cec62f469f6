import type { Frame } from "~/groups/frame";
import { listed, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { More } from "~/ui/more";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import type { PlanOverview } from "../overview.server";

type Frames = { frame: Frame };

/** What came true and was reached, with joy: the latest few. */
export function Joys({ frame, joys }: Frames & Pick<PlanOverview, "joys">) {
  const t = useText();
  const language = useLanguage();
  if (joys.length === 0) return null;
  return (
    <Section
      id="joys"
      title={frame.own ? t("plan.joysOwn") : t("plan.joys")}
      action={{ href: `/g/${frame.groupId}/story`, label: t("plan.toStory") }}
    >
      <ul className="news">
        {joys.map((joy) => (
          <li className="joy" key={joy.id} id={joy.id}>
            <p>
              <strong>{joy.kind === "dream" ? t("plan.joyDream") : t("plan.joyGoal")}</strong> <bdi>{joy.text}</bdi>
              <br />
              <span className="soft">{plainDay(joy.on, language)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was done in the last year: how much, and behind a quiet button the latest few. */
export function DoneLately({ done }: Pick<PlanOverview, "done">) {
  const t = useText();
  const language = useLanguage();
  if (done.count === 0) return null;
  return (
    <More summary={t("plan.doneLately", { count: done.count })} icon="check">
      <Rows
        rows={done.actions.map((action) => ({
          id: action.id,
          face: action.people[0],
          title: action.text,
          sub: [
            listed(
              action.people.map((person) => person.name),
              language,
            ),
            plainDay(action.doneOn, language),
          ]
            .filter(Boolean)
            .join(", "),
        }))}
      />
      {done.count > done.actions.length && <p className="soft">{t("plan.doneLatest", { count: done.actions.length })}</p>}
    </More>
  );
}

/** What was let go, behind a quiet button. */
export function LetGo({ frame, letGo }: Frames & Pick<PlanOverview, "letGo">) {
  const t = useText();
  const language = useLanguage();
  if (letGo.length === 0) return null;
  return (
    <More summary={t("plan.before")} icon="history">
      <Rows
        rows={letGo.map((past) => ({
          id: past.id,
          title: past.text,
          sub: t("plan.letGoOn", { day: plainDay(past.on, language) }),
          end: past.can.takeUp && (
            <Press to={`/g/${frame.groupId}/plan/${past.kind === "dream" ? "dreams" : "goals"}/${past.id}/again`} about={past.text}>
              {t("plan.takeUp")}
            </Press>
          ),
        }))}
      />
    </More>
  );
}
