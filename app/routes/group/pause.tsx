import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pause } from "~/gatherings/pausing/pausing.server";
import { pauseForm } from "~/gatherings/schema";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.cancel");
  return { frame: frameOf(viewer), title: sayTo(asked)("gatherings.pauseTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, pauseForm, (form, formKey) => pause(viewer, form, formKey), "cancelled");
}

export const meta = pageTitle();

/** A summer, an illness: from when, and until when if they know. */
export default function Pause() {
  const { frame, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { from: frame.today });
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={t("gatherings.pauseLead")}
        back={{ href: `/g/${frame.groupId}/gatherings`, label: t("app.gatherings") }}
      />
      <KringForm returned={returned}>
        <DateField {...field("from")} label={t("gatherings.pauseFrom")} required />
        <DateField
          {...field("until")}
          label={t("gatherings.pauseUntil")}
          hint={t("gatherings.pauseUntilHint")}
          optionalWord={t("app.optional")}
        />
        <p>{t("gatherings.pauseMail")}</p>
        <Buttons>
          <Button>{t("gatherings.pauseSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
