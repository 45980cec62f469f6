import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo, signedIn } from "~/accounts/asking.server";
import { KringForm } from "~/forms/form";
import { formKeyIn, settle, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { listed } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { handOver, ledBefore } from "~/organisation/handing-over.server";
import { whoGoesOn } from "~/organisation/who-goes-on.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.handOver");
  return { frame: frameOf(viewer), title: sayTo(asked)("organisation.handover"), ...whoGoesOn(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const form = formKeyIn(await typedIn(asked.request));
  const before = ledBefore(signedIn(asked), asked.params.groupId ?? "", form);
  if (before) return redirect(before);
  const viewer = memberViewer(asked);
  return settle({}, () => handOver(viewer, form), null);
}

export const meta = pageTitle();

export default function Handover() {
  const { frame, ready, asked } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const language = useLanguage();
  const t = useText();
  const { name } = frame;
  const names = listed(ready.length > 0 ? ready : asked, language);
  const lead = t(ready.length > 1 ? "organisation.handoverLeadMany" : "organisation.handoverLead", { names, name });
  const people = <LinkButton href={`/g/${frame.groupId}/circle`}>{t("organisation.toCircle")}</LinkButton>;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={t("organisation.handover")} lead={ready.length > 0 && lead} />
      {ready.length > 0 && (
        <KringForm returned={returned}>
          <ul>
            <li>{t("organisation.handoverNothing")}</li>
            <li>{t("organisation.handoverStays", { name })}</li>
            <li>{t("organisation.handoverMail", { name })}</li>
            <li>{t("organisation.handoverFinal")}</li>
          </ul>
          <Buttons>
            <Button kind="lost">{t("organisation.handoverPress")}</Button>
            <LinkButton href={`/g/${frame.groupId}`}>{t("organisation.handoverStay")}</LinkButton>
          </Buttons>
        </KringForm>
      )}
      {ready.length === 0 && asked.length > 0 && (
        <Empty title={t("organisation.handoverWaiting", { names })} action={people}>
          {t("organisation.handoverWaitingLead")}
        </Empty>
      )}
      {ready.length === 0 && asked.length === 0 && (
        <Empty title={t("organisation.handoverNobody")} action={people}>
          {t("organisation.handoverNobodyLead", { name })}
        </Empty>
      )}
    </GroupPage>
  );
}
