import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { leave } from "~/groups/leaving.server";
import { memberNow } from "~/groups/member.server";
import { leaveForm } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextArea } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person, can } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.leave", person.id);
  if (!can.leave) throw notFound();
  return { frame: frameOf(viewer), title: sayTo(asked)("circle.leaveTitle"), person };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "member.leave", asked.params.memberId);
  return submit(asked.request, leaveForm, (form, formKey) => leave(viewer, form, formKey), "left");
}

export const meta = pageTitle();

export default function MemberLeave() {
  const { frame, title, person } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned);
  const t = useText();
  const { name } = frame;
  const page = `/g/${frame.groupId}/people/${person.id}`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("circle.leaveLead", { name })} back={{ href: page, label: person.name }} />
      <p>{t("circle.leaveTold", { name })}</p>
      <KringForm returned={returned}>
        <TextArea
          {...field("word")}
          label={t("circle.leaveWord")}
          hint={t("circle.leaveWordHint")}
          rows={2}
          optionalWord={t("app.optional")}
        />
        <Buttons>
          <Button kind="lost">{t("circle.leavePress")}</Button>
          <LinkButton href={page}>{t("circle.leaveStay")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
