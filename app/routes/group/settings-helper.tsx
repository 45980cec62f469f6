import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { nameHelper } from "~/steering/naming-a-helper.server";
import { helperForm } from "~/steering/schema";
import { whoCanHelp } from "~/steering/who-can-help.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";
import { PeopleField } from "~/ui/people-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "helper.name");
  const t = sayTo(asked);
  const { name } = viewer.central;
  const title = viewer.role === "central" ? t("steering.helperAsk") : t("steering.helperAskFor", { name });
  const chosen = new URL(asked.request.url).searchParams.get("member") ?? "";
  return { frame: frameOf(viewer), title, chosen, people: whoCanHelp(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, helperForm, (form, formKey) => nameHelper(viewer, form, formKey));
}

export const meta = pageTitle();

export default function SettingsHelper() {
  const { frame, title, chosen, people } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { memberId: chosen });
  const t = useText();
  const { groupId, name, own } = frame;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={own ? t("steering.helperLead") : t("steering.helperLeadFor", { name })}
        back={{ href: `/g/${groupId}/circle`, label: t("app.circle") }}
      />
      {people.length === 0 && (
        <Empty
          title={t("steering.helperNobody")}
          action={<LinkButton href={`/g/${groupId}/circle`}>{t("organisation.toCircle")}</LinkButton>}
        >
          {t("steering.helperNobodyLead")}
        </Empty>
      )}
      {people.length > 0 && (
        <>
          <p>{t("steering.helperNamed")}</p>
          <p>{own ? t("steering.helperStop") : t("steering.helperStopFor", { name })}</p>
          <KringForm returned={returned}>
            <PeopleField {...field("memberId")} legend={title} legendUnseen people={people} required />
            <Buttons>
              <Button>{t("steering.helperSave")}</Button>
            </Buttons>
          </KringForm>
        </>
      )}
    </GroupPage>
  );
}
