import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { addMember } from "~/groups/adding-a-member.server";
import { GroupPage } from "~/groups/components/group-page";
import { RelationField, TheirMailField } from "~/groups/components/known-fields";
import { PlaceFields } from "~/groups/components/place-fields";
import { frameOf } from "~/groups/frame";
import { memberForm } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { wishNow } from "~/joining/wishes.server";
import { may } from "~/policy/acting";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextField } from "~/ui/text-field";
import { TickField } from "~/ui/tick-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "member.add");
  const wishId = new URL(asked.request.url).searchParams.get("wish");
  const wish = wishId ? wishNow(viewer, wishId) : null;
  const known = wish && { wish: wish.id, name: wish.name, relation: wish.relation, mail: wish.mail ?? "", invite: wish.mail ? "on" : "" };
  return { frame: frameOf(viewer), title: sayTo(asked)("circle.addTitle"), known, can: { invite: may(viewer, "member.invite") } };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, memberForm, (form, formKey) => addMember(viewer, form, formKey));
}

export const meta = pageTitle();

export default function CircleAdd() {
  const { frame, title, known, can } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, known ?? {});
  const t = useText();
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} back={{ href: `/g/${frame.groupId}/circle`, label: t("app.circle") }} />
      <KringForm returned={returned}>
        {field("wish").value && <input type="hidden" name="wish" value={field("wish").value} />}
        <TextField {...field("name")} label={t("circle.name")} hint={t("circle.nameHint")} autoComplete="off" required />
        <RelationField frame={frame} {...field("relation")} />
        <PlaceFields frame={frame} field={field} />
        <TheirMailField {...field("mail")} />
        {can.invite && <TickField {...field("invite")} value={field("invite").value !== ""} label={t("circle.inviteNow")} />}
        <Buttons>
          <Button>{t("circle.addPress")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
