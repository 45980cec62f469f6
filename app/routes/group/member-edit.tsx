import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { changeMember } from "~/groups/changing-a-member.server";
import { GroupPage } from "~/groups/components/group-page";
import { RelationField, TheirMailField } from "~/groups/components/known-fields";
import { frameOf } from "~/groups/frame";
import { memberNow } from "~/groups/member.server";
import { memberChange } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person, joined } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.change", person.id);
  return { frame: frameOf(viewer), title: sayTo(asked)("circle.changeTitle", { name: person.name }), person, joined };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, memberChange, (form, formKey) => changeMember(viewer, asked.params.memberId ?? "", form, formKey));
}

export const meta = pageTitle();

const labels = { name: "circle.name", relation: "circle.relationLabel", mail: "circle.mail" } as const;

export default function PersonEdit() {
  const { frame, title, person, joined } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { name: person.name, relation: person.relation, mail: person.mail ?? "" });
  const t = useText();
  const page = `/g/${frame.groupId}/people/${person.id}`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} back={{ href: page, label: person.name }} />
      <KringForm returned={returned} version={person.version} labels={labels}>
        <TextField {...field("name")} label={t("circle.name")} autoComplete="off" required />
        {person.role !== "central" && <RelationField frame={frame} {...field("relation")} />}
        <TheirMailField {...field("mail")} hint={joined ? t("circle.changeMailHint") : undefined} />
        <Buttons>
          <Button>{t("circle.changeSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
