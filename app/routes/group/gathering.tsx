import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { alongOf } from "~/gatherings/along/along.server";
import { Along } from "~/gatherings/along/components/along";
import { Answering } from "~/gatherings/components/answering";
import { GatheringFacts, GatheringState } from "~/gatherings/components/gathering-facts";
import { WhoSection } from "~/gatherings/components/who-section";
import { gatheringOf } from "~/gatherings/gathering.server";
import { whoComes } from "~/gatherings/who-comes.server";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { capital, longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "gatherings");
  const gathering = gatheringOf(viewer, asked.params.gatheringId ?? "");
  const title = capital(longMoment(gathering.startLocal, asked.context.language, sayTo(asked), viewer.today));
  return {
    frame: frameOf(viewer),
    title,
    gathering,
    birthdays: gathering.can.change ? birthdaysNow(viewer) : null,
    comes: whoComes(viewer, gathering.id),
    along: gathering.cancelled ? null : alongOf(viewer, gathering.id),
  };
}

export const meta = pageTitle();

export default function Gathering() {
  const { frame, title, gathering, birthdays, comes, along } = useLoaderData<typeof loader>();
  const t = useText();
  const here = `/g/${frame.groupId}/gatherings`;
  const page = `${here}/${gathering.id}`;
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} back={{ href: here, label: t("app.gatherings") }} />
      <GatheringState gathering={gathering} today={frame.today} />
      <GatheringFacts gathering={gathering} today={frame.today} birthdays={birthdays} />
      {gathering.state === "coming" && <Answering page={page} comes={comes} back={page} letKnow={gathering.letKnow} today={frame.today} />}
      {!gathering.cancelled && <WhoSection gathering={gathering} comes={comes} page={page} today={frame.today} />}
      {along && <Along along={along} page={page} />}
      {comes.letters && (
        <p>
          <LinkButton href={`${page}/letters`} icon="print">
            {t("gatherings.letters")}
          </LinkButton>
        </p>
      )}
      {gathering.can.goOn && <Press to={`${page}/on`}>{t("gatherings.goOn")}</Press>}
      {gathering.can.change && (
        <p>
          <LinkButton href={`${page}/change`} icon="pencil">
            {t("gatherings.change")}
          </LinkButton>
        </p>
      )}
      {gathering.can.change && gathering.series && (
        <p>
          <LinkButton href={`${page}/series`} icon="repeat">
            {t("gatherings.seriesChange")}
          </LinkButton>
        </p>
      )}
      {gathering.undated && (
        <p>
          <LinkButton href={`${here}/series/${gathering.undated.id}`} icon="repeat">
            {t("undated.see")}
          </LinkButton>
        </p>
      )}
      {gathering.can.cancel && (
        <p>
          <LinkButton href={`${page}/cancel`} icon="cross">
            {t("gatherings.cancel")}
          </LinkButton>
        </p>
      )}
    </GroupPage>
  );
}
