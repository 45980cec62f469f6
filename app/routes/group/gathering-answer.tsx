import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { backTo } from "~/forms/back-to";
import { KringForm, useFields } from "~/forms/form";
import { submit, typedIn } from "~/forms/submitting.server";
import { answer } from "~/gatherings/answering.server";
import { answerForm } from "~/gatherings/answers";
import { AnswerFields } from "~/gatherings/components/answer-fields";
import { YourHour } from "~/gatherings/components/your-hour";
import { gatheringOf } from "~/gatherings/gathering.server";
import { whoComes } from "~/gatherings/who-comes.server";
import { whoseAnswer } from "~/gatherings/whose-answer";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { answerOffered } from "./answer-offered.server";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const memberId = whoseAnswer(asked.request.url, viewer);
  const { id, startLocal, yours, place, series } = gatheringOf(viewer, asked.params.gatheringId ?? "");
  const { people, open } = whoComes(viewer, id);
  const person = people.find((one) => one.id === memberId);
  if (!person) throw notFound();
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  answerOffered(asked, viewer, person, { open, here });
  const t = sayTo(asked);
  const name = memberId === viewer.memberId ? null : person.name;
  const day = longMoment(startLocal, asked.context.language, t, viewer.today);
  const title = name ? t("gatherings.answerTitleFor", { name, day }) : t("gatherings.answerTitle", { day });
  const before = { answer: person.answer ?? "", word: person.word, reach: "one" };
  const when = { startLocal, yours };
  return { frame: frameOf(viewer), title, when, place, here, name, before, reach: series && { always: person.always } };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const id = asked.params.gatheringId ?? "";
  const { back } = await typedIn(asked.request.clone());
  const to = backTo(viewer.groupId, back, `/g/${viewer.groupId}/gatherings/${id}`);
  return submit(
    asked.request,
    answerForm,
    (form, formKey) => answer(viewer, id, whoseAnswer(asked.request.url, viewer), form, formKey, to),
    "answered",
  );
}

export const meta = pageTitle();

export default function GatheringAnswer() {
  const { frame, title, when, place, here, name, before, reach } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, before);
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={
          <>
            <YourHour when={when} />
            <bdi>{place}</bdi>
          </>
        }
        back={{ href: here, label: t("app.back") }}
      />
      <KringForm returned={returned}>
        <AnswerFields fields={fields} name={name} reach={reach} />
        <Buttons>
          <Button>{t("gatherings.answerSave")}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
