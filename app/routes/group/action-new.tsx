import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { membersNow } from "~/groups/members-now.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { goalAsItIs } from "~/plan/as-it-is.server";
import { ActionFields } from "~/plan/components/action-fields";
import { UnderWhat } from "~/plan/components/under-what";
import { promiseAction } from "~/plan/promising-an-action.server";
import { actionForm } from "~/plan/schema";
import { forWhomNew } from "~/steering/for-whom-new.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "action.write");
  const goalId = new URL(asked.request.url).searchParams.get("goal");
  const goal = goalId ? goalAsItIs(viewer, goalId) : null;
  const under = goal && { id: goal.id, text: goal.text, audience: goal.audience };
  const usual = under?.audience ?? forWhomNew(viewer).action;
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.actionAdd"), under, usual, people: membersNow(viewer), me: viewer.memberId };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, actionForm, (form, formKey) => promiseAction(viewer, form, formKey));
}

export const meta = pageTitle();

export default function ActionNew() {
  const { frame, title, under, usual, people, me } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { people: me, audience: usual });
  const t = useText();
  const back = `/g/${frame.groupId}/plan${under ? `#${under.id}` : ""}`;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead
        title={title}
        lead={under && <UnderWhat label={t("plan.forGoal")} text={under.text} />}
        back={{ href: back, label: t("app.plan") }}
      />
      <KringForm returned={returned}>
        <input type="hidden" name="goalId" value={under?.id ?? ""} />
        <ActionFields fields={fields} people={people} today={frame.today} />
        <AudienceField frame={frame} field={fields.field("audience")} />
        <Buttons>
          <Button>{t("plan.actionSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
