import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { circleNow } from "~/groups/circle.server";
import { CircleBefore } from "~/groups/components/circle-before";
import { CircleList } from "~/groups/components/circle-list";
import { CirclePicture } from "~/groups/components/circle-picture";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { whoWasHere } from "~/groups/who-was-here.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Wishes } from "~/joining/components/wishes";
import { wishesNow } from "~/joining/wishes.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "circle");
  const t = sayTo(asked);
  const { name } = viewer.central;
  const title = viewer.role === "central" ? t("circle.titleOwn", { name }) : t("app.circleOf", { name });
  return { frame: frameOf(viewer), title, ...circleNow(viewer), wishes: wishesNow(viewer), before: whoWasHere(viewer) };
}

export const meta = pageTitle("app.circle");

export default function Circle() {
  const { frame, title, central, rings, can, wishes, before } = useLoaderData<typeof loader>();
  const t = useText();
  const { groupId, name, own } = frame;
  const alone = rings.every(({ people }) => people.length === 0);
  const add = can.add && (
    <LinkButton kind="main" icon="person-plus" href={`/g/${groupId}/circle/add`}>
      {t("circle.add")}
    </LinkButton>
  );
  const support = (
    <LinkButton icon="support" href={`/g/${groupId}/support`}>
      {t("circle.support")}
    </LinkButton>
  );
  const propose = can.propose && (
    <LinkButton icon="person-plus" href={`/g/${groupId}/circle/propose`}>
      {t("joining.propose")}
    </LinkButton>
  );
  const steer = can.steer && (
    <LinkButton icon="eye" href={`/g/${groupId}/settings`}>
      {own ? t("steering.name") : t("steering.nameFor", { name })}
    </LinkButton>
  );
  return (
    <GroupPage frame={frame} at="circle" wide>
      <PageHead
        title={title}
        lead={alone ? undefined : own ? t("circle.leadOwn") : t("circle.lead", { name })}
        actions={
          alone ? undefined : (
            <>
              {add}
              {support}
              {steer}
              {propose}
            </>
          )
        }
      />
      {alone && (
        <Empty title={t("circle.nobody")} action={add}>
          {own ? t("circle.nobodyLeadOwn") : t("circle.nobodyLead", { name })}
        </Empty>
      )}
      <Wishes groupId={groupId} wishes={wishes} />
      <CirclePicture groupId={groupId} central={central} rings={rings} />
      {!alone && <CircleList frame={frame} rings={rings} />}
      {can.notes && (
        <p>
          <a className="link" href={`/g/${groupId}/notes`}>
            {t("notes.link")}
          </a>
        </p>
      )}
      {can.welcome && (
        <p>
          <a className="link" href={`/g/${groupId}/circle/door`}>
            {t("joining.doorLink")}
          </a>
        </p>
      )}
      <CircleBefore groupId={groupId} people={before} />
    </GroupPage>
  );
}
