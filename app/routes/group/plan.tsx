import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { DreamCard } from "~/plan/components/dream-card";
import { JustPressed } from "~/plan/components/just-pressed";
import { Loose } from "~/plan/components/loose";
import { DoneLately, Joys, LetGo } from "~/plan/components/past";
import { planOverview } from "~/plan/overview.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "plan");
  const t = sayTo(asked);
  const frame = frameOf(viewer);
  const title = frame.own ? t("plan.titleOwn") : t("plan.title", { name: frame.name });
  return { frame, title, ...planOverview(viewer, new URL(asked.request.url).searchParams.get("just")) };
}

export const meta = pageTitle("app.plan");

export default function Plan() {
  const { frame, title, can, dreams, just, ...plan } = useLoaderData<typeof loader>();
  const t = useText();
  const here = `/g/${frame.groupId}/plan`;
  const none = dreams.length === 0;
  const add = can.writeDream && (
    <LinkButton href={`${here}/dreams/new`} kind={none ? "main" : "quiet"} icon="plus">
      {t("plan.dreamAdd")}
    </LinkButton>
  );
  const waits = can.writeDream ? t("plan.noneLead", { name: frame.name }) : t("plan.noneYet", { name: frame.name });
  const invites = frame.own ? t("plan.noneLeadOwn") : waits;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={title} actions={!none && add} />
      <JustPressed frame={frame} just={just} />
      {none ? (
        <Empty title={t("plan.none")} action={add}>
          <p>{invites}</p>
        </Empty>
      ) : (
        <div className="dreams">
          {dreams.map((dream) => (
            <DreamCard key={dream.id} frame={frame} dream={dream} can={can} />
          ))}
        </div>
      )}
      <Loose frame={frame} goals={plan.goals} actions={plan.actions} can={can} />
      {plan.cut && <p className="soft">{t("plan.cut")}</p>}
      <Joys frame={frame} joys={plan.joys} />
      <DoneLately done={plan.done} />
      <LetGo frame={frame} letGo={plan.letGo} />
    </GroupPage>
  );
}
