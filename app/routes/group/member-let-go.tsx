import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm } from "~/forms/form";
import { formKeyIn, settle, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { letSomebodyGo } from "~/groups/letting-somebody-go.server";
import { memberNow } from "~/groups/member.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person, can } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.letGo");
  if (!can.letGo) throw notFound();
  return { frame: frameOf(viewer), title: sayTo(asked)("circle.letGoTitle", { name: person.name }), person };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const typed = await typedIn(asked.request);
  return settle(typed, () => letSomebodyGo(viewer, asked.params.memberId ?? "", formKeyIn(typed)));
}

export const meta = pageTitle();

export default function MemberLetGo() {
  const { frame, title, person } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const { name } = person;
  const page = `/g/${frame.groupId}/people/${person.id}`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("circle.letGoLead", { name })} back={{ href: page, label: name }} />
      <p>{t("circle.letGoTold", { name })}</p>
      <KringForm returned={returned}>
        <Buttons>
          <Button kind="lost">{t("circle.letGoPress", { name })}</Button>
          <LinkButton href={page}>{t("circle.letGoStay")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
