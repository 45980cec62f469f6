import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, staffViewer } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { groupForm } from "~/organisation/schema";
import { startGroup } from "~/organisation/starting-a-group.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const { organisationId, organisationName } = staffViewer(asked);
  return { organisationId, organisationName, title: sayTo(asked)("organisation.start") };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = staffViewer(asked);
  return submit(asked.request, groupForm, (form, formKey) => startGroup(viewer, form, asked.context.language, formKey), "saved");
}

export const meta = pageTitle();

export default function GroupNew() {
  const { organisationId, organisationName } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned);
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")} actions={<a href="/me">{t("app.out")}</a>}>
      <PageHead
        title={t("organisation.start")}
        lead={t("organisation.newLead")}
        back={{ href: `/o/${organisationId}`, label: organisationName }}
      />
      <KringForm returned={returned}>
        <TextField
          {...field("centralName")}
          label={t("organisation.centralName")}
          hint={t("organisation.centralNameHint")}
          autoComplete="off"
          required
        />
        <TextField
          {...field("centralMail")}
          label={t("organisation.centralMail")}
          hint={t("organisation.centralMailHint")}
          type="email"
          autoComplete="off"
        />
        <TextField
          {...field("facilitatorName")}
          label={t("organisation.facilitatorName")}
          hint={t("organisation.facilitatorNameHint")}
          autoComplete="off"
          required
        />
        <TextField
          {...field("facilitatorMail")}
          label={t("organisation.facilitatorMail")}
          hint={t("organisation.facilitatorMailHint")}
          type="email"
          autoComplete="off"
          required
        />
        <Buttons>
          <Button>{t("organisation.startSave")}</Button>
        </Buttons>
      </KringForm>
    </PlainPage>
  );
}
