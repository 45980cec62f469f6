import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { alongOf } from "~/gatherings/along/along.server";
import { CarFields } from "~/gatherings/along/components/car-fields";
import { offerCar } from "~/gatherings/along/offering-a-car.server";
import { carForm } from "~/gatherings/along/schema";
import { gatheringOf } from "~/gatherings/gathering.server";
import { whoseAnswer } from "~/gatherings/whose-answer";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { longDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { id, startLocal, place } = gatheringOf(viewer, asked.params.gatheringId ?? "");
  offered(viewer, "gathering.arrange", viewer.memberId);
  const along = alongOf(viewer, id);
  if (!along) throw notFound();
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  if (!along.open && asked.request.method === "GET") throw redirect(here);
  const title = sayTo(asked)("along.carTitle", { day: longDay(startLocal, asked.context.language, viewer.today) });
  const whose = whoseAnswer(asked.request.url, viewer);
  const car = along.cars.find(({ driver, mine }) => mine && driver.id === whose);
  const first = along.drive.find((one) => one.id === along.me) ?? along.drive[0];
  const now = { who: car?.driver.id ?? first?.id ?? along.me, places: String(car?.places ?? 1), word: car?.word ?? "" };
  return { frame: frameOf(viewer), title, place, here, along, now };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, carForm, (form, formKey) => offerCar(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function CarOffer() {
  const { frame, title, place, here, along, now } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, now);
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <KringForm returned={returned}>
        <CarFields along={along} fields={fields} />
        <Buttons>
          <Button>{t("along.carSave")}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
