import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { besideTheList } from "~/gatherings/beside-the-list.server";
import { GatheringList } from "~/gatherings/components/gathering-list";
import { LastChanges } from "~/gatherings/components/last-changes";
import { ListLinks } from "~/gatherings/components/list-links";
import { PauseNotice } from "~/gatherings/components/pause-notice";
import { gatheringsOf } from "~/gatherings/gatherings.server";
import { OpenPolls } from "~/gatherings/polls/components/open-polls";
import { openPolls } from "~/gatherings/polls/open-polls.server";
import { DaysDue } from "~/gatherings/undated/components/day-due";
import { UndatedList } from "~/gatherings/undated/components/undated-list";
import { daysDue, undatedNow } from "~/gatherings/undated/undated.server";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "gatherings");
  const t = sayTo(asked);
  const frame = frameOf(viewer);
  const { searchParams } = new URL(asked.request.url);
  const from = { after: searchParams.get("after"), before: searchParams.get("before") };
  const title = frame.own ? t("gatherings.title") : t("gatherings.titleOf", { name: frame.name });
  const gatherings = gatheringsOf(viewer, from);
  const birthdays = gatherings.can.plan && gatherings.coming.length > 0 ? birthdaysNow(viewer) : null;
  const polls = from.after || from.before ? [] : openPolls(viewer);
  const undated = from.after || from.before ? [] : undatedNow(viewer);
  const { pause, changes } = from.before ? { pause: null, changes: [] } : besideTheList(viewer, gatherings.first);
  return { frame, title, polls, undated, due: daysDue(viewer, undated), pause, changes, birthdays, ...gatherings };
}

export const meta = pageTitle("app.gatherings");

export default function Gatherings() {
  const { frame, title, pause, changes, polls, undated, due, birthdays, coming, past, later, earlier, first, can } =
    useLoaderData<typeof loader>();
  const t = useText();
  const here = `/g/${frame.groupId}/gatherings`;
  const none = first && coming.length === 0;
  const add = can.plan && (
    <>
      <LinkButton href={`${here}/new`} kind={none ? "main" : "quiet"} icon="calendar-plus">
        {t("gatherings.planOne")}
      </LinkButton>
      <LinkButton href={`${here}/series/new`} icon="repeat">
        {t("gatherings.planSeries")}
      </LinkButton>
      <LinkButton href={`${here}/dates/new`} icon="question">
        {t("polls.seek")}
      </LinkButton>
    </>
  );
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} eyebrow={!first && past.length > 0 && t("gatherings.past")} actions={first && !none && add} />
      {pause && <PauseNotice pause={pause} groupId={frame.groupId} today={frame.today} can={can.plan} />}
      <LastChanges changes={changes.filter(({ day }) => day === frame.today)} frame={frame} />
      <DaysDue frame={frame} due={due} />
      <OpenPolls frame={frame} polls={polls} />
      {none && (
        <Empty title={past.length > 0 ? t("gatherings.nothingComing") : t("gatherings.none")} action={add && <Buttons>{add}</Buttons>}>
          <p>{can.plan ? t("gatherings.noneLead") : t("gatherings.noneLeadOther")}</p>
        </Empty>
      )}
      <GatheringList groupId={frame.groupId} gatherings={coming} birthdays={birthdays} />
      <Buttons>
        {!first && <LinkButton href={here}>{t("gatherings.recent")}</LinkButton>}
        {later && <LinkButton href={`${here}?after=${later}`}>{t("gatherings.later")}</LinkButton>}
      </Buttons>
      <LastChanges changes={changes.filter(({ day }) => day !== frame.today)} frame={frame} />
      <UndatedList groupId={frame.groupId} series={undated} />
      {first && <ListLinks frame={frame} any={coming.length + past.length > 0} coming={coming.length > 0} pauses={can.plan && !pause} />}
      <GatheringList groupId={frame.groupId} gatherings={past} past />
      {earlier && <LinkButton href={`${here}?before=${earlier}`}>{t("gatherings.earlier")}</LinkButton>}
    </GroupPage>
  );
}
