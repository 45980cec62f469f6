import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberLooking, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { goalAsItIs } from "~/plan/as-it-is.server";
import { changeGoal } from "~/plan/changing-a-goal.server";
import { inWords } from "~/plan/components/in-words";
import { LetGoPress } from "~/plan/components/let-go-press";
import { goalChange } from "~/plan/schema";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "plan");
  const { about, ...goal } = goalAsItIs(viewer, asked.params.goalId ?? "");
  offered(viewer, "entry.change", about);
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.goalChange"), goal };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, goalChange, (form, formKey) => changeGoal(viewer, asked.params.goalId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function GoalChange() {
  const { frame, title, goal } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { text: goal.text, audience: goal.audience });
  const t = useText();
  const words = inWords(frame, t, useLanguage());
  const here = `/g/${frame.groupId}/plan`;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={title} back={{ href: `${here}#${goal.id}`, label: t("app.plan") }} />
      <KringForm returned={returned} version={goal.version} labels={{ text: "plan.goal", audience: "plan.forWhom" }} inWords={words}>
        <TextField {...field("text")} label={t("plan.goal")} hint={t("plan.goalHint")} required />
        {goal.can.changeAudience && <AudienceField frame={frame} field={field("audience")} />}
        <Buttons>
          <Button>{t("plan.goalSave")}</Button>
        </Buttons>
      </KringForm>
      {goal.open && <LetGoPress to={`${here}/goals/${goal.id}/let-go`} lead={t("plan.goalLetGoLead")} label={t("plan.goalLetGo")} />}
    </GroupPage>
  );
}
