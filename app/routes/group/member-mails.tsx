import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { chooseMails } from "~/choosing-mails/choosing.server";
import { mailsForm } from "~/choosing-mails/schema";
import { mailWishesOf } from "~/choosing-mails/wishes.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { ReminderField } from "~/gatherings/components/reminder-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TickField } from "~/ui/tick-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const memberId = asked.params.memberId ?? "";
  const wishes = mailWishesOf(viewer, memberId);
  offered(viewer, "mails.choose", memberId);
  const t = sayTo(asked);
  const you = memberId === viewer.memberId;
  return { frame: frameOf(viewer), title: you ? t("reminder.title") : t("reminder.titleOf", { name: wishes.name }), memberId, wishes };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, mailsForm, (form, formKey) => chooseMails(viewer, asked.params.memberId ?? "", form, formKey));
}

export const meta = pageTitle();

/** Which mails somebody wants of this circle. */
export default function MemberMails() {
  const { frame, title, memberId, wishes } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { name, reminder, planned, digest } = wishes;
  const fields = useFields(returned, { reminder, planned: planned ? "on" : "", digest: digest ? "on" : "" });
  const t = useText();
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("reminder.lead")} back={{ href: `/g/${frame.groupId}/people/${memberId}`, label: name }} />
      <KringForm returned={returned}>
        <ReminderField fields={fields} />
        <TickField
          {...fields.field("planned")}
          value={fields.field("planned").value !== ""}
          label={t("reminder.planned")}
          hint={t("reminder.plannedHint")}
        />
        <TickField
          {...fields.field("digest")}
          value={fields.field("digest").value !== ""}
          label={t("digest.wanted")}
          hint={t("digest.wantedHint")}
        />
        <Buttons>
          <Button>{t("reminder.save")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
