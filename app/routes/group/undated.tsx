import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { UndatedActions } from "~/gatherings/undated/components/undated-actions";
import { UndatedFacts } from "~/gatherings/undated/components/undated-facts";
import { undatedOf } from "~/gatherings/undated/undated.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "gatherings");
  const series = undatedOf(viewer, asked.params.seriesId ?? "");
  return { frame: frameOf(viewer), title: sayTo(asked)("undated.title"), series };
}

export const meta = pageTitle();

/** How often, around when next, and what who plans can do for it. */
export default function UndatedSeries() {
  const { frame, title, series } = useLoaderData<typeof loader>();
  const t = useText();
  const gatherings = `/g/${frame.groupId}/gatherings`;
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} back={{ href: gatherings, label: t("app.gatherings") }} />
      <UndatedFacts series={series} />
      <UndatedActions gatherings={gatherings} series={series} can={series.can.plan} />
    </GroupPage>
  );
}
