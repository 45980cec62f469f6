import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking } from "~/accounts/asking.server";
import { howClosed } from "~/closing/closed-circle.server";
import { Memorial } from "~/closing/components/memorial";
import { NextGathering } from "~/gatherings/components/next-gathering";
import { PauseNotice } from "~/gatherings/components/pause-notice";
import { mayPlan, nextGathering } from "~/gatherings/next-gathering.server";
import { pauseNow } from "~/gatherings/pausing/pause-now.server";
import { OpenPolls } from "~/gatherings/polls/components/open-polls";
import { openPolls } from "~/gatherings/polls/open-polls.server";
import { DaysDue } from "~/gatherings/undated/components/day-due";
import { daysDue } from "~/gatherings/undated/undated.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { noteVisit } from "~/groups/visiting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { MyPromises } from "~/plan/components/my-promises";
import { myPromises } from "~/plan/my-promises.server";
import { may } from "~/policy/acting";
import { StoryNews } from "~/story/components/story-news";
import { newsFor } from "~/story/news.server";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "home");
  noteVisit(viewer);
  const frame = frameOf(viewer);
  const closed = howClosed(viewer);
  if (closed) return { frame, closed };
  const next = nextGathering(viewer);
  const just = new URL(asked.request.url).searchParams.get("just");
  return {
    ...{ frame, closed },
    name: viewer.name,
    next,
    pause: next ? null : pauseNow(viewer),
    due: daysDue(viewer),
    polls: openPolls(viewer).filter(({ asks }) => asks),
    promises: myPromises(viewer, just),
    news: newsFor(viewer),
    can: { plan: mayPlan(viewer), handOver: may(viewer, "group.handOver") },
  };
}

export const meta = pageTitle("app.home");

/** When do we meet, what did I promise, what is new; of a closed circle, whose it was. */
export default function Home() {
  const data = useLoaderData<typeof loader>();
  const t = useText();
  if (data.closed)
    return (
      <GroupPage frame={data.frame} at="home">
        <Memorial frame={data.frame} closed={data.closed} />
      </GroupPage>
    );
  const { frame, name, next, pause, due, polls, promises, news, can } = data;
  return (
    <GroupPage frame={frame} at="home">
      <PageHead title={t("home.hello", { name })} />
      {pause ? (
        <PauseNotice pause={pause} groupId={frame.groupId} today={frame.today} can={can.plan} />
      ) : (
        <NextGathering frame={frame} next={next} plan={can.plan} />
      )}
      <DaysDue frame={frame} due={due} />
      <OpenPolls frame={frame} polls={polls} />
      <MyPromises frame={frame} promises={promises} />
      <StoryNews frame={frame} news={news} />
      {can.handOver && (
        <p>
          <LinkButton href={`/g/${frame.groupId}/handover`}>{t("home.handOver")}</LinkButton>
        </p>
      )}
    </GroupPage>
  );
}
