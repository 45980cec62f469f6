import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { BestMoment } from "~/gatherings/polls/components/best-moment";
import { PollFacts, PollLead, PollState } from "~/gatherings/polls/components/poll-state";
import { fieldsOfAnswers, WhenFields } from "~/gatherings/polls/components/when-fields";
import { WhoSaid, WhoWhen } from "~/gatherings/polls/components/who-when";
import { pollOf } from "~/gatherings/polls/poll.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead, Section } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "gatherings");
  const poll = pollOf(viewer, asked.params.pollId ?? "");
  if (!poll) throw notFound();
  return { frame: frameOf(viewer), title: sayTo(asked)(poll.going ? "polls.title" : "polls.titleOver"), poll };
}

export const meta = pageTitle();

/** Which moment suits best, when I can, and who can when. */
export default function Dates() {
  const { frame, title, poll } = useLoaderData<typeof loader>();
  const t = useText();
  const gatherings = `/g/${frame.groupId}/gatherings`;
  const here = `${gatherings}/dates/${poll.id}`;
  const mine = poll.people.find(({ id }) => id === poll.me);
  const fields = useFields(undefined, fieldsOfAnswers(mine?.answers ?? {}, mine?.word ?? ""));
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={poll.going && <PollLead frame={frame} poll={poll} />}
        back={{ href: gatherings, label: t("app.gatherings") }}
      />
      <PollState frame={frame} poll={poll} />
      <BestMoment frame={frame} poll={poll} />
      <PollFacts poll={poll} />
      {poll.can.answer && (
        <Section id="mine" title={t("polls.mine")}>
          <KringForm action={`${here}/answer`}>
            <WhenFields fields={fields} moments={poll.moments.filter(({ state }) => state !== "past")} today={frame.today} />
            <Buttons>
              <Button>{t("gatherings.answerSave")}</Button>
              {poll.can.answerForCentral && (
                <LinkButton href={`${here}/answer?for=central`}>{t("polls.answerFor", { name: frame.name })}</LinkButton>
              )}
            </Buttons>
          </KringForm>
        </Section>
      )}
      <Section id="who" title={t("polls.whoWhen")}>
        <WhoWhen frame={frame} poll={poll} />
        <WhoSaid here={here} poll={poll} />
      </Section>
      {poll.can.choose && (
        <p>
          <LinkButton href={`${here}/give-up`} icon="cross">
            {t("polls.giveUp")}
          </LinkButton>
        </p>
      )}
    </GroupPage>
  );
}
