import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { chooseForWhom } from "~/steering/choosing-for-whom.server";
import { forWhomNew } from "~/steering/for-whom-new.server";
import { forWhomForm, kinds } from "~/steering/schema";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

function kindIn({ params }: Asked) {
  const kind = kinds.find((one) => one === params.kind);
  if (!kind) throw notFound();
  return kind;
}

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.change");
  const kind = kindIn(asked);
  return { frame: frameOf(viewer), title: sayTo(asked)(`steering.forWhom.${kind}`), usual: forWhomNew(viewer)[kind] };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.change");
  const kind = kindIn(asked);
  return submit(asked.request, forWhomForm, (form, formKey) => chooseForWhom(viewer, kind, form, formKey));
}

export const meta = pageTitle();

export default function SettingsNew() {
  const { frame, title, usual } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { audience: usual });
  const t = useText();
  const { groupId, name, own } = frame;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={t("steering.forWhomLead")}
        back={{ href: `/g/${groupId}/settings`, label: own ? t("steering.name") : t("steering.nameFor", { name }) }}
      />
      <KringForm returned={returned}>
        <AudienceField frame={frame} field={field("audience")} />
        <Buttons>
          <Button>{t("steering.save")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
