import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm } from "~/forms/form";
import { formKeyIn, settle, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { openDoor } from "~/joining/opening-the-door.server";
import { doorSince } from "~/joining/wishes.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "member.welcome");
  return { frame: frameOf(viewer), title: sayTo(asked)("joining.doorTitle"), since: doorSince(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const formKey = formKeyIn(await typedIn(asked.request));
  return settle({}, () => openDoor(viewer, formKey), null);
}

export const meta = pageTitle();

/** A link with which people ask to belong: made, made anew, or taken away. */
export default function DoorPage() {
  const { frame, title, since } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const language = useLanguage();
  const { groupId, name, own } = frame;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={own ? t("joining.doorLead") : t("joining.doorLeadFor", { name })}
        back={{ href: `/g/${groupId}/circle`, label: t("app.circle") }}
      />
      <p>{own ? t("joining.doorSees") : t("joining.doorSeesFor", { name })}</p>
      {since && (
        <p>
          {t("joining.doorSince", { day: plainDay(since, language) })} {t("joining.doorNewShuts")}
        </p>
      )}
      <KringForm returned={returned}>
        <Buttons>
          <Button>{since ? t("joining.doorMakeNew") : t("joining.doorMake")}</Button>
        </Buttons>
      </KringForm>
      {since && <Press to={`/g/${groupId}/circle/door/shut`}>{t("joining.doorShut")}</Press>}
    </GroupPage>
  );
}
