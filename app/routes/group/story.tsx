import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { StoryYears } from "~/story/components/story-years";
import { storyYears } from "~/story/years.server";
import { Buttons, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "story");
  const t = sayTo(asked);
  const frame = frameOf(viewer);
  const before = new URL(asked.request.url).searchParams.get("before");
  const title = frame.own ? t("story.titleOwn") : t("story.title", { name: frame.name });
  return { frame, title, before, ...storyYears(viewer, before) };
}

export const meta = pageTitle("app.story");

export default function Story() {
  const { frame, title, before, years, older, me } = useLoaderData<typeof loader>();
  const t = useText();
  const here = `/g/${frame.groupId}/story`;
  return (
    <GroupPage frame={frame} at="story">
      <PageHead title={title} />
      {years.length === 0 && !before && (
        <Empty title={t("story.none")}>
          <p>{t("story.noneLead")}</p>
        </Empty>
      )}
      {years.length === 0 && before && <p>{t("story.noneOlder")}</p>}
      {years.length > 0 && <StoryYears years={years} me={me} />}
      <Buttons>
        {before && <LinkButton href={here}>{t("story.newest")}</LinkButton>}
        {older && <LinkButton href={`${here}?before=${older}`}>{t("story.older")}</LinkButton>}
      </Buttons>
    </GroupPage>
  );
}
