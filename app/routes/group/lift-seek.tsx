import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { alongOf } from "~/gatherings/along/along.server";
import { WhoField } from "~/gatherings/along/components/who-field";
import { seekForm } from "~/gatherings/along/schema";
import { seekLift } from "~/gatherings/along/seeking-a-lift.server";
import { gatheringOf } from "~/gatherings/gathering.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { longDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { id, startLocal, place } = gatheringOf(viewer, asked.params.gatheringId ?? "");
  offered(viewer, "gathering.arrange", viewer.memberId);
  const along = alongOf(viewer, id);
  if (!along) throw notFound();
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  if (!along.open && asked.request.method === "GET") throw redirect(here);
  const title = sayTo(asked)("along.seekTitle", { day: longDay(startLocal, asked.context.language, viewer.today) });
  const first = along.seek.find((one) => one.id === along.me) ?? along.seek[0];
  return { frame: frameOf(viewer), title, place, here, along, who: first?.id ?? along.me };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, seekForm, (form, formKey) => seekLift(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function LiftSeek() {
  const { frame, title, place, here, along, who } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { who });
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <KringForm returned={returned}>
        <WhoField along={along} fields={fields} label={t("along.seekWho")} />
        <TextField {...fields.field("word")} label={t("along.seekWord")} hint={t("along.seekWordHint")} optionalWord={t("app.optional")} />
        <Buttons>
          <Button>{t("along.seekSave")}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
