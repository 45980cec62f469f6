import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { chooseReaders } from "~/closing/choosing-readers.server";
import { whoCouldRead } from "~/closing/closed-circle.server";
import { closeCircle } from "~/closing/closing-a-circle.server";
import { ClosingFields } from "~/closing/components/closing-fields";
import { type ClosingForm, closingForm } from "~/closing/schema";
import { KringForm, useFields } from "~/forms/form";
import { submit, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, viewer.closedAt ? "group.reopen" : "group.close");
  const t = sayTo(asked);
  const frame = frameOf(viewer);
  const title = frame.closedOn ? t("closing.againTitle") : frame.own ? t("closing.title") : t("closing.titleFor", { name: frame.name });
  return { frame, title, ...whoCouldRead(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { later } = await typedIn(asked.request);
  const act = (form: ClosingForm, formKey: string | null) =>
    form.later ? chooseReaders(viewer, form.people, formKey) : closeCircle(viewer, form, formKey);
  return submit(asked.request, closingForm, act, later ? "saved" : null);
}

export const meta = pageTitle();

/** What closing a circle means, who may go on reading, and the press; once it is closed, the way back. */
export default function Close() {
  const { frame, title, people, decided } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, {
    people: people.filter(({ role, chosen }) => (decided ? chosen : role === "member" || role === "facilitator")).map(({ id }) => id),
  });
  const t = useText();
  const { groupId, name, own, closedOn } = frame;
  const settings = `/g/${groupId}/settings`;
  const back = { href: settings, label: own ? t("steering.name") : t("steering.nameFor", { name }) };
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={closedOn ? t("closing.againLead") : t("closing.lead")} back={back} />
      {closedOn ? (
        <Buttons>
          <Press to={`${settings}/close/undo`} kind="main">
            {t("closing.again")}
          </Press>
          <LinkButton href={settings}>{t("closing.againStay")}</LinkButton>
        </Buttons>
      ) : (
        <KringForm returned={returned}>
          <ClosingFields frame={frame} people={people} decided={decided} {...fields} />
          <Buttons>
            <Button kind="lost">{t("closing.press")}</Button>
            <LinkButton href={settings}>{t("closing.stay")}</LinkButton>
          </Buttons>
          {own && (
            <Button kind="quiet" name="later" value="yes">
              {t("closing.later")}
            </Button>
          )}
        </KringForm>
      )}
    </GroupPage>
  );
}
