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
import { forWhomNew } from "~/steering/for-whom-new.server";
import { SupportFields } from "~/support/components/support-fields";
import { noteSupport } from "~/support/noting-support.server";
import { whoMayBeNoted } from "~/support/overview.server";
import { supportForm } from "~/support/schema";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "support.note", viewer.memberId);
  const only = new URL(asked.request.url).searchParams.get("member") ?? "";
  return { frame: frameOf(viewer), title: sayTo(asked)("support.add"), only, usual: forWhomNew(viewer).support, ...whoMayBeNoted(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, supportForm, (form, formKey) => noteSupport(viewer, form, formKey));
}

export const meta = pageTitle();

export default function SupportNew() {
  const { frame, title, only, usual, people, services } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const first = services ? only : (people[0]?.id ?? "");
  const fields = useFields(returned, { memberId: first, since: frame.today, audience: usual });
  const t = useText();
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} back={{ href: `/g/${frame.groupId}/support`, label: t("support.name") }} />
      <KringForm returned={returned}>
        <SupportFields fields={fields} people={people} services={services} />
        <AudienceField frame={frame} field={fields.field("audience")} />
        <Buttons>
          <Button>{t("support.save")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
