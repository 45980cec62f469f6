import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberLooking, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { AudienceField } from "~/groups/components/audience-field";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { dreamAsItIs } from "~/plan/as-it-is.server";
import { changeDream } from "~/plan/changing-a-dream.server";
import { inWords } from "~/plan/components/in-words";
import { LetGoPress } from "~/plan/components/let-go-press";
import { dreamChange } from "~/plan/schema";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { TextArea } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "plan");
  const { about, ...dream } = dreamAsItIs(viewer, asked.params.dreamId ?? "");
  offered(viewer, "entry.change", about);
  return { frame: frameOf(viewer), title: sayTo(asked)("plan.dreamChange"), dream };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, dreamChange, (form, formKey) => changeDream(viewer, asked.params.dreamId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function DreamChange() {
  const { frame, title, dream } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { text: dream.text, audience: dream.audience });
  const t = useText();
  const words = inWords(frame, t, useLanguage());
  const here = `/g/${frame.groupId}/plan`;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={title} back={{ href: `${here}#${dream.id}`, label: t("app.plan") }} />
      <KringForm returned={returned} version={dream.version} labels={{ text: "plan.dream", audience: "plan.forWhom" }} inWords={words}>
        <TextArea {...field("text")} label={t("plan.dream")} hint={t("plan.dreamHint")} rows={2} required />
        {dream.can.changeAudience && <AudienceField frame={frame} field={field("audience")} />}
        <Buttons>
          <Button>{t("plan.dreamSave")}</Button>
        </Buttons>
      </KringForm>
      {dream.open && <LetGoPress to={`${here}/dreams/${dream.id}/let-go`} lead={t("plan.dreamLetGoLead")} label={t("plan.dreamLetGo")} />}
    </GroupPage>
  );
}
