import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { RelationField, TheirMailField } from "~/groups/components/known-fields";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { proposalForm } from "~/joining/schema";
import { propose } from "~/joining/wishing.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextArea, TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "member.propose");
  return { frame: frameOf(viewer), title: sayTo(asked)("joining.proposeTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, proposalForm, (form, formKey) => propose(viewer, form, formKey), "proposed");
}

export const meta = pageTitle();

/** Somebody of the circle names somebody whom they would like in it. */
export default function Propose() {
  const { frame, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned);
  const t = useText();
  const { groupId, name } = frame;
  const optionalWord = t("app.optional");
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("joining.proposeLead", { name })} back={{ href: `/g/${groupId}/circle`, label: t("app.circle") }} />
      <KringForm returned={returned}>
        <TextField {...field("name")} label={t("circle.name")} hint={t("circle.nameHint")} autoComplete="off" required />
        <RelationField frame={frame} {...field("relation")} />
        <TheirMailField {...field("mail")} />
        <TextArea {...field("word")} label={t("joining.proposeWord")} optionalWord={optionalWord} rows={3} />
        <Buttons>
          <Button>{t("joining.proposePress")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
