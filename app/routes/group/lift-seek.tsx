import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer } from "~/accounts/asking.server";
import { useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { ListsPage } from "~/gatherings/along/components/lists-page";
import { WhoField } from "~/gatherings/along/components/who-field";
import { seekForm } from "~/gatherings/along/schema";
import { seekLift } from "~/gatherings/along/seeking-a-lift.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { TextField } from "~/ui/text-field";
import { listsForm } from "./lists-form.server";

export async function loader(asked: LoaderFunctionArgs) {
  const shown = listsForm(asked, "along.seekTitle");
  const { me, seek } = shown.along;
  const first = seek.find((one) => one.id === me) ?? seek[0];
  return { ...shown, who: first?.id ?? me };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, seekForm, (form, formKey) => seekLift(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function LiftSeek() {
  const shown = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { who: shown.who });
  const t = useText();
  return (
    <ListsPage shown={shown} returned={returned} save={t("along.seekSave")}>
      <WhoField along={shown.along} fields={fields} label={t("along.seekWho")} />
      <TextField {...fields.field("word")} label={t("along.seekWord")} hint={t("along.seekWordHint")} optionalWord={t("app.optional")} />
    </ListsPage>
  );
}
