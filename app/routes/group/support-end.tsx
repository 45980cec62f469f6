import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { endSupport } from "~/support/ending-support.server";
import { supportAsItIs } from "~/support/overview.server";
import { supportEnd } from "~/support/schema";
import { Button, Buttons } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { about, id, who, what, since } = supportAsItIs(viewer, asked.params.supportId ?? "");
  offered(viewer, "entry.change", about);
  return { frame: frameOf(viewer), title: sayTo(asked)("support.endAsk"), support: { id, who, what, since } };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, supportEnd, (form, formKey) => endSupport(viewer, asked.params.supportId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function SupportEnd() {
  const { frame, title, support } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { until: frame.today });
  const t = useText();
  const about = (
    <>
      <bdi>{support.who}</bdi>: <bdi>{support.what}</bdi>
    </>
  );
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={about} back={{ href: `/g/${frame.groupId}/support#${support.id}`, label: t("support.name") }} />
      <p>{t("support.endLead")}</p>
      <KringForm returned={returned}>
        <DateField {...field("until")} label={t("support.endDay")} min={support.since} required />
        <Buttons>
          <Button>{t("support.endSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
