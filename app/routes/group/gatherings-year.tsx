import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { YearOnAPage } from "~/gatherings/components/year-on-a-page";
import { yearOf } from "~/gatherings/year.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "gatherings");
  const found = yearOf(viewer, new URL(asked.request.url).searchParams.get("year"));
  const { name } = viewer.central;
  const title = sayTo(asked)(viewer.role === "central" ? "gatherings.yearTitle" : "gatherings.yearTitleOf", { year: found.year, name });
  return { frame: frameOf(viewer), title, ...found };
}

export const meta = pageTitle();

/** A year on a page, to see the rhythm of it, and to print for the fridge. */
export default function GatheringsYear() {
  const { frame, title, months, count, before, after } = useLoaderData<typeof loader>();
  const t = useText();
  const here = `/g/${frame.groupId}/gatherings`;
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={t("gatherings.yearLead", { count })} back={{ href: here, label: t("app.gatherings") }} />
      <Buttons>
        {before && <LinkButton href={`${here}/year?year=${before}`}>{t("gatherings.yearOther", { year: before })}</LinkButton>}
        {after && <LinkButton href={`${here}/year?year=${after}`}>{t("gatherings.yearOther", { year: after })}</LinkButton>}
      </Buttons>
      <YearOnAPage groupId={frame.groupId} months={months} />
    </GroupPage>
  );
}
