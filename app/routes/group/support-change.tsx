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
import { changeSupport } from "~/support/changing-support.server";
import { inWords } from "~/support/components/in-words";
import { changeLabels, SupportFields } from "~/support/components/support-fields";
import { supportAsItIs, whoMayBeNoted } from "~/support/overview.server";
import { supportChange } from "~/support/schema";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "support");
  const { about, ...support } = supportAsItIs(viewer, asked.params.supportId ?? "");
  offered(viewer, "entry.change", about);
  return { frame: frameOf(viewer), title: sayTo(asked)("support.change"), support, ...whoMayBeNoted(viewer, support) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, supportChange, (form, formKey) => changeSupport(viewer, asked.params.supportId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function SupportChange() {
  const { frame, title, support, people, services } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { what, domain, since, audience, memberId, service, until, paid } = support;
  const none = { memberId: memberId ?? "", service: service ?? "", until: until ?? "", paid: paid ? "on" : "" };
  const fields = useFields(returned, { what, domain, since, audience, ...none });
  const t = useText();
  const words = inWords(frame, t, useLanguage(), people);
  const here = `/g/${frame.groupId}/support`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        back={{ href: `${here}#${support.id}`, label: t("support.name") }}
        actions={!until && <LinkButton href={`${here}/${support.id}/end`}>{t("support.end")}</LinkButton>}
      />
      <KringForm returned={returned} version={support.version} labels={changeLabels} inWords={words}>
        <SupportFields fields={fields} people={people} services={services} />
        {support.can.changeAudience && <AudienceField frame={frame} field={fields.field("audience")} />}
        <Buttons>
          <Button>{t("support.save")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
