import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { askToErase } from "~/erasing/asking-to-erase.server";
import { WhatGoes } from "~/erasing/components/what-goes";
import { KringForm } from "~/forms/form";
import { formKeyIn, settle, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { daysBeforeErasing } from "~/platform/periods";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const frame = frameOf(viewer);
  offered(viewer, frame.erasesOn ? "group.keep" : "group.erase");
  const t = sayTo(asked);
  const day = frame.erasesOn && plainDay(frame.erasesOn, asked.context.language);
  return { frame, title: day ? t("erasing.soonTitle", { day }) : t("erasing.title"), days: daysBeforeErasing };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const formKey = formKeyIn(await typedIn(asked.request));
  return settle({}, () => askToErase(viewer, formKey), null);
}

export const meta = pageTitle();

/** What goes when a circle is erased, and the press; once it is asked, until when, and the way back. */
export default function Erase() {
  const { frame, title, days } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const { groupId, name, own, erasesOn } = frame;
  const settings = `/g/${groupId}/settings`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={erasesOn ? t("erasing.soonLead") : t("erasing.lead", { count: days })}
        back={{ href: settings, label: own ? t("steering.name") : t("steering.nameFor", { name }) }}
      />
      {erasesOn ? (
        <Press to={`${settings}/erase/keep`} kind="main">
          {t("erasing.keep")}
        </Press>
      ) : (
        <KringForm returned={returned}>
          <WhatGoes settings={settings} />
          <Buttons>
            <Button kind="lost">{t("erasing.press", { count: days })}</Button>
            <LinkButton href={settings}>{t("erasing.stay")}</LinkButton>
          </Buttons>
        </KringForm>
      )}
    </GroupPage>
  );
}
