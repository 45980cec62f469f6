import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberLooking, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { membersNow } from "~/groups/members-now.server";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { actionAsItIs } from "~/plan/as-it-is.server";
import { changeAction } from "~/plan/changing-an-action.server";
import { ActionFields } from "~/plan/components/action-fields";
import { inWords } from "~/plan/components/in-words";
import { LetGoPress } from "~/plan/components/let-go-press";
import { actionChange } from "~/plan/schema";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "plan");
  const { about, ...promised } = actionAsItIs(viewer, asked.params.actionId ?? "");
  offered(viewer, "entry.change", about);
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.actionChange"), promised, people: membersNow(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, actionChange, (form, formKey) => changeAction(viewer, asked.params.actionId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function ActionChange() {
  const { frame, title, promised, people } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { text, audience, dueOn } = promised;
  const fields = useFields(returned, { text, audience, dueOn: dueOn ?? "", people: promised.people });
  const t = useText();
  const words = inWords(frame, t, useLanguage(), people);
  const here = `/g/${frame.groupId}/plan`;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={title} back={{ href: `${here}#${promised.id}`, label: t("app.plan") }} />
      <KringForm
        returned={returned}
        version={promised.version}
        labels={{ text: "plan.action", people: "plan.people", dueOn: "plan.dueOn", audience: "plan.forWhom" }}
        inWords={words}
      >
        <ActionFields fields={fields} people={people} today={frame.today} />
        {promised.can.changeAudience && <AudienceField frame={frame} field={fields.field("audience")} />}
        <Buttons>
          <Button>{t("plan.actionSave")}</Button>
        </Buttons>
      </KringForm>
      {promised.open && (
        <LetGoPress to={`${here}/actions/${promised.id}/let-go`} lead={t("plan.actionLetGoLead")} label={t("plan.actionLetGo")} />
      )}
    </GroupPage>
  );
}
