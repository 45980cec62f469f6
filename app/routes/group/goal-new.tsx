import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { dreamAsItIs } from "~/plan/as-it-is.server";
import { UnderWhat } from "~/plan/components/under-what";
import { goalForm } from "~/plan/schema";
import { setGoal } from "~/plan/setting-a-goal.server";
import { forWhomNew } from "~/steering/for-whom-new.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "goal.write");
  const dreamId = new URL(asked.request.url).searchParams.get("dream");
  const dream = dreamId ? dreamAsItIs(viewer, dreamId) : null;
  const under = dream && { id: dream.id, text: dream.text, audience: dream.audience };
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.goalAdd"), under, usual: under?.audience ?? forWhomNew(viewer).goal };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, goalForm, (form, formKey) => setGoal(viewer, form, formKey));
}

export const meta = pageTitle();

export default function GoalNew() {
  const { frame, title, under, usual } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { audience: usual });
  const t = useText();
  const back = `/g/${frame.groupId}/plan${under ? `#${under.id}` : ""}`;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead
        title={title}
        lead={under && <UnderWhat label={t("plan.forDream")} text={under.text} />}
        back={{ href: back, label: t("app.plan") }}
      />
      <KringForm returned={returned}>
        <input type="hidden" name="dreamId" value={under?.id ?? ""} />
        <TextField {...field("text")} label={t("plan.goal")} hint={t("plan.goalHint")} required />
        <AudienceField frame={frame} field={field("audience")} />
        <Buttons>
          <Button>{t("plan.goalSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
