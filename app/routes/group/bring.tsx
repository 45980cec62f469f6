import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { alongOf } from "~/gatherings/along/along.server";
import { putOnList } from "~/gatherings/along/bringing.server";
import { WhoField } from "~/gatherings/along/components/who-field";
import { bringForm } from "~/gatherings/along/schema";
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
  const title = sayTo(asked)("along.bringTitle", { day: longDay(startLocal, asked.context.language, viewer.today) });
  return { frame: frameOf(viewer), title, place, here, along };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, bringForm, (form, formKey) => putOnList(viewer, asked.params.gatheringId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function Bring() {
  const { frame, title, place, here, along } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { who: along.bring.some(({ id }) => id === along.me) ? along.me : "" });
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <KringForm returned={returned}>
        <TextField {...fields.field("what")} label={t("along.what")} hint={t("along.whatHint")} required />
        <WhoField along={along} fields={fields} label={t("along.bringWho")} nobody={along.plans ? t("along.bringNobody") : undefined} />
        <Buttons>
          <Button>{t("along.bringSave")}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
