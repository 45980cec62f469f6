import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { ClosingLink } from "~/closing/components/closing-link";
import { Stopping } from "~/erasing/components/stopping";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { WhoseNotes } from "~/notes/components/whose-notes";
import { whoseNotes } from "~/notes/private-notes.server";
import { may } from "~/policy/acting";
import { ForWhomNew } from "~/steering/components/for-whom-new";
import { Helpers } from "~/steering/components/helpers";
import { LookThrough } from "~/steering/components/look-through";
import { LookedLink } from "~/steering/components/looked-link";
import { WhoDoesWhat } from "~/steering/components/who-does-what";
import { WhoSees } from "~/steering/components/who-sees";
import { ZoneLink } from "~/steering/components/zone-link";
import { forWhomNew } from "~/steering/for-whom-new.server";
import { whoSeesWhat } from "~/steering/who-sees-what.server";
import { TakeAlongLink } from "~/taking-along/components/take-along-link";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.change");
  const t = sayTo(asked);
  const { name } = viewer.central;
  const title = viewer.role === "central" ? t("steering.name") : t("steering.nameFor", { name });
  const found = whoSeesWhat(viewer);
  const end = found.people.filter(({ id, assists }) => assists && may(viewer, "helper.end", id)).map(({ id }) => id);
  const can = {
    name: may(viewer, "helper.name"),
    end,
    seeLooks: may(viewer, "group.seeLooks"),
    takeAlong: may(viewer, "group.takeAlong"),
    close: may(viewer, viewer.closedAt ? "group.reopen" : "group.close"),
    stop: may(viewer, viewer.erasesAt ? "group.keep" : "group.erase"),
  };
  const { memberId: me, zone } = viewer;
  return { frame: frameOf(viewer), title, me, zone, usual: forWhomNew(viewer), can, notes: whoseNotes(viewer), ...found };
}

export const meta = pageTitle();

/** Who sees what, in sentences; through whose eyes to look; for whom something new is. */
export default function Settings() {
  const { frame, title, me, zone, usual, can, people, sees, does, organisation, notes } = useLoaderData<typeof loader>();
  const t = useText();
  const { groupId, name, own } = frame;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={own ? t("steering.lead") : t("steering.leadFor", { name })}
        back={{ href: `/g/${groupId}/circle`, label: t("app.circle") }}
      />
      <WhoSees frame={frame} me={me} people={people} sees={sees} organisation={organisation} />
      <WhoseNotes of={notes} />
      <LookThrough frame={frame} me={me} people={people} />
      <Helpers frame={frame} me={me} people={people} can={can} />
      {!frame.closedOn && <ForWhomNew frame={frame} usual={usual} />}
      <WhoDoesWhat me={me} people={people} does={does} />
      {!frame.closedOn && <ZoneLink groupId={groupId} zone={zone} />}
      {can.seeLooks && <LookedLink groupId={groupId} />}
      {can.takeAlong && <TakeAlongLink groupId={groupId} />}
      {can.close && <ClosingLink frame={frame} />}
      {can.stop && <Stopping groupId={groupId} erasesOn={frame.erasesOn} />}
    </GroupPage>
  );
}
