import type { Frame } from "~/groups/frame";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { PromiseRow, Promises, TickButton } from "~/ui/promises";
import { dueWords } from "../due";
import type { MyPromise } from "../my-promises.server";

/**
 * What I promised in this circle, each with its tick.
 * @param back the page to come back to after a tick, with `?just=`; home when left out
 */
export function MyPromises({ frame, promises, back }: { frame: Frame; promises: MyPromise[]; back?: string }) {
  const t = useText();
  const plan = `/g/${frame.groupId}/plan`;
  return (
    <Section id="promised" title={t("plan.mine")} action={{ href: plan, label: t("plan.toPlan") }}>
      {promises.length === 0 ? (
        <p className="soft">{t("plan.mineNone")}</p>
      ) : (
        <Promises>
          {promises.map((promise) => (
            <PromiseRow
              key={promise.id}
              done={promise.done}
              title={promise.text}
              sub={<About frame={frame} promise={promise} />}
              tick={
                promise.can.tick && (
                  <form method="post" action={`${plan}/actions/${promise.id}/${promise.done ? "reopen" : "done"}`}>
                    <input type="hidden" name="back" value={back ?? `/g/${frame.groupId}`} />
                    <TickButton word={t("plan.done")} about={promise.text} done={promise.done} />
                  </form>
                )
              }
            />
          ))}
        </Promises>
      )}
    </Section>
  );
}

/** By when, and what for. */
function About({ frame, promise }: { frame: Frame; promise: MyPromise }) {
  const t = useText();
  const language = useLanguage();
  const what = promise.dream ?? promise.goal;
  const isFor = what && (promise.dream ? t("plan.forDream") : t("plan.forGoal"));
  return (
    <>
      {promise.done && `${t("plan.doneTapAgain")} `}
      {promise.dueOn && !promise.done && `${dueWords(promise.dueOn, frame.today, language, t)}. `}
      {what && (
        <>
          {isFor} <bdi>{what}</bdi>
        </>
      )}
    </>
  );
}
