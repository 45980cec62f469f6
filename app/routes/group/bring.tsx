import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer } from "~/accounts/asking.server";
import { useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { putOnList } from "~/gatherings/along/bringing.server";
import { ListsPage } from "~/gatherings/along/components/lists-page";
import { WhoField } from "~/gatherings/along/components/who-field";
import { bringForm } from "~/gatherings/along/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { TextField } from "~/ui/text-field";
import { listsForm } from "./lists-form.server";

export async function loader(asked: LoaderFunctionArgs) {
  return listsForm(asked, "along.bringTitle");
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, bringForm, (form, formKey) => putOnList(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function Bring() {
  const shown = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { along } = shown;
  const fields = useFields(returned, { who: along.bring.some(({ id }) => id === along.me) ? along.me : "" });
  const t = useText();
  return (
    <ListsPage shown={shown} returned={returned} save={t("along.bringSave")}>
      <TextField {...fields.field("what")} label={t("along.what")} hint={t("along.whatHint")} required />
      <WhoField along={along} fields={fields} label={t("along.bringWho")} nobody={along.plans ? t("along.bringNobody") : undefined} />
    </ListsPage>
  );
}
