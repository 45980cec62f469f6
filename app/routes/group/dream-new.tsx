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
import { dreamForm } from "~/plan/schema";
import { writeDream } from "~/plan/writing-a-dream.server";
import { forWhomNew } from "~/steering/for-whom-new.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextArea } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "dream.write");
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.dreamAdd"), usual: forWhomNew(viewer).dream };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, dreamForm, (form, formKey) => writeDream(viewer, form, formKey));
}

export const meta = pageTitle();

export default function DreamNew() {
  const { frame, usual } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { audience: usual });
  const t = useText();
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={t("plan.dreamAdd")} back={{ href: `/g/${frame.groupId}/plan`, label: t("app.plan") }} />
      <KringForm returned={returned}>
        <TextArea {...field("text")} label={t("plan.dream")} hint={t("plan.dreamHint")} rows={2} required />
        <AudienceField frame={frame} field={field("audience")} />
        <Buttons>
          <Button>{t("plan.dreamSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
