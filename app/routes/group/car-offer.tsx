import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer } from "~/accounts/asking.server";
import { useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { CarFields } from "~/gatherings/along/components/car-fields";
import { ListsPage } from "~/gatherings/along/components/lists-page";
import { offerCar } from "~/gatherings/along/offering-a-car.server";
import { carForm } from "~/gatherings/along/schema";
import { whoseAnswer } from "~/gatherings/whose-answer";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { listsForm } from "./lists-form.server";

export async function loader(asked: LoaderFunctionArgs) {
  const shown = listsForm(asked, "along.carTitle");
  const { along } = shown;
  const whose = whoseAnswer(asked.request.url, memberViewer(asked));
  const car = along.cars.find(({ driver, mine }) => mine && driver.id === whose);
  const first = along.drive.find((one) => one.id === along.me) ?? along.drive[0];
  const now = { who: car?.driver.id ?? first?.id ?? along.me, places: String(car?.places ?? 1), word: car?.word ?? "" };
  return { ...shown, now };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, carForm, (form, formKey) => offerCar(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function CarOffer() {
  const shown = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, shown.now);
  const t = useText();
  return (
    <ListsPage shown={shown} returned={returned} save={t("along.carSave")}>
      <CarFields along={shown.along} fields={fields} />
    </ListsPage>
  );
}
