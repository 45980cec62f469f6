import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { fieldsOfAnswers, WhenFields } from "~/gatherings/polls/components/when-fields";
import { pollOf } from "~/gatherings/polls/poll.server";
import { sayWhen } from "~/gatherings/polls/saying-when.server";
import { whenForm } from "~/gatherings/polls/schema";
import { whoseAnswer } from "~/gatherings/whose-answer";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { answerOffered } from "./answer-offered.server";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const memberId = whoseAnswer(asked.request.url, viewer);
  const poll = pollOf(viewer, asked.params.pollId ?? "");
  const person = poll?.people.find(({ id }) => id === memberId);
  if (!poll || !person) throw notFound();
  const here = `/g/${viewer.groupId}/gatherings/dates/${poll.id}`;
  answerOffered(asked, viewer, person, { open: poll.state === "open", here });
  const t = sayTo(asked);
  const title = memberId === viewer.memberId ? t("polls.mine") : t("polls.whose", { name: person.name });
  const { place, moments } = poll;
  return { frame: frameOf(viewer), title, place, here, moments: moments.filter(({ state }) => state !== "past"), person };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const id = asked.params.pollId ?? "";
  const to = `/g/${viewer.groupId}/gatherings/dates/${id}`;
  return submit(
    asked.request,
    whenForm,
    (form, formKey) => sayWhen(viewer, id, whoseAnswer(asked.request.url, viewer), form, formKey, to),
    "answered",
  );
}

export const meta = pageTitle();

export default function DatesAnswer() {
  const { frame, title, place, here, moments, person } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, fieldsOfAnswers(person.answers, person.word));
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <KringForm returned={returned}>
        <WhenFields fields={fields} moments={moments} today={frame.today} />
        <Buttons>
          <Button>{t("gatherings.answerSave")}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
