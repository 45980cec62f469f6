import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { leadOn, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { giveUpDate } from "~/gatherings/polls/giving-up-a-date.server";
import { pollOf } from "~/gatherings/polls/poll.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const poll = pollOf(viewer, asked.params.pollId ?? "");
  if (!poll) throw notFound();
  offered(viewer, "gathering.plan");
  const here = `/g/${viewer.groupId}/gatherings/dates/${poll.id}`;
  if (!poll.can.choose) leadOn(asked, here);
  return { frame: frameOf(viewer), title: sayTo(asked)("polls.giveUpTitle"), here };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, z.object({}), (_, formKey) => giveUpDate(viewer, asked.params.pollId ?? "", formKey), "dateGivenUp");
}

export const meta = pageTitle();

export default function DatesGiveUp() {
  const { frame, title, here } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} back={{ href: here, label: t("app.back") }} />
      <p>{t("polls.giveUpLead")}</p>
      <p>{t("polls.giveUpMail")}</p>
      <KringForm returned={returned}>
        <Buttons>
          <Button kind="lost">{t("polls.giveUp")}</Button>
          <LinkButton href={here}>{t("polls.giveUpKeep")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
