import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { Letter } from "~/gatherings/components/letter";
import { gatheringOf } from "~/gatherings/gathering.server";
import { whoNeedsALetter } from "~/gatherings/letters.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { membersNow } from "~/groups/members-now.server";
import { listed, longDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { PageHead } from "~/ui/headings";

/** A letter each for whom no mail can reach, to print and to take along. */
export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.note");
  const gathering = gatheringOf(viewer, asked.params.gatheringId ?? "");
  const { language } = asked.context;
  const facilitators = membersNow(viewer).filter(({ role }) => role === "facilitator");
  const names = facilitators.length > 0 ? facilitators.map(({ name }) => name) : [viewer.central.name];
  return {
    frame: frameOf(viewer),
    title: sayTo(asked)("gatherings.lettersTitle", { day: longDay(gathering.startLocal, language, viewer.today) }),
    gathering,
    to: whoNeedsALetter(viewer),
    tell: listed(names, language),
  };
}

export const meta = pageTitle();

export default function GatheringLetters() {
  const { frame, title, gathering, to, tell } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={to.length === 0 ? t("gatherings.lettersNone") : t("gatherings.lettersLead", { count: to.length })}
        back={{ href: `/g/${frame.groupId}/gatherings/${gathering.id}`, label: t("app.back") }}
      />
      {to.map(({ id, name }) => (
        <Letter key={id} name={name} central={frame} gathering={gathering} today={frame.today} tell={tell} />
      ))}
    </GroupPage>
  );
}
