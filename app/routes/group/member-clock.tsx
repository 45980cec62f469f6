import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { ZoneField } from "~/forms/zone-field";
import { clockOf } from "~/groups/clock.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { sayClock } from "~/groups/saying-a-clock.server";
import { clockForm } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { zonesKnown } from "~/platform/wall-clock";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const memberId = asked.params.memberId ?? "";
  const clock = clockOf(viewer, memberId);
  offered(viewer, "member.clock", memberId);
  const t = sayTo(asked);
  const you = memberId === viewer.memberId;
  const title = you ? t("clock.title") : t("clock.titleOf", { name: clock.name });
  return { frame: frameOf(viewer), title, memberId, you, clock, zones: zonesKnown() };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, clockForm, (form, formKey) => sayClock(viewer, asked.params.memberId ?? "", form, formKey));
}

export const meta = pageTitle();

/** By which clock somebody lives, when it is another than the circle's. */
export default function MemberClock() {
  const { frame, title, memberId, you, clock, zones } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { zone: clock.zone ?? "" });
  const t = useText();
  const back = { href: `/g/${frame.groupId}/people/${memberId}`, label: clock.name };
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t(you ? (frame.own ? "clock.leadOwn" : "clock.lead") : "clock.leadOf")} back={back} />
      <KringForm returned={returned}>
        <ZoneField
          {...field("zone")}
          zones={zones}
          label={you ? t("clock.where") : t("clock.whereOf", { name: clock.name })}
          hint={t("clock.whereHint")}
          emptyLabel={t("clock.asCircle")}
        />
        <Buttons>
          <Button>{t("clock.save")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
