import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { cardOf } from "~/cards/card-of.server";
import { CardState } from "~/cards/components/card-state";
import { PrintedCard } from "~/cards/components/printed-card";
import { makeCard } from "~/cards/making-a-card.server";
import { formKeyIn, settle, typedIn } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { config } from "~/platform/config.server";
import { PageHead } from "~/ui/headings";
import { qrCode } from "~/ui/qr-code.server";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "card.void");
  const found = cardOf(viewer, asked.params.memberId ?? "");
  const own = found.person.id === viewer.memberId;
  const t = sayTo(asked);
  return { frame: frameOf(viewer), own, title: own ? t("card.titleOwn") : t("card.title", { name: found.person.name }), ...found };
}

/** The card itself is only in this one answer: what it carries is kept nowhere, and stands in no address. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { memberId = "" } = asked.params;
  const typed = await typedIn(asked.request);
  let token: string | null = null;
  const refused = await settle(typed, async () => {
    token = await makeCard(viewer, memberId, formKeyIn(typed));
    return pageOf(asked);
  });
  if (!token) return refused instanceof Response ? redirect(pageOf(asked)) : refused;
  return { made: qrCode(`${config().appUrl}/kaart#${token}`), at: new URL(config().appUrl).host };
}

function pageOf({ params }: Asked): string {
  return `/g/${params.groupId}/people/${params.memberId}/card`;
}

export const meta = pageTitle();

export default function MemberCard() {
  const { frame, own, title, person, card, ask, can } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useText();
  const made = done && "made" in done ? done : null;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={own ? t("card.leadOwn") : t("card.lead", { name: person.name })}
        back={{ href: `/g/${frame.groupId}/people/${person.id}`, label: person.name }}
      />
      {made ? (
        <PrintedCard person={person} code={made.made} address={made.at} until={card?.until ?? ""} ask={ask} />
      ) : (
        <CardState
          page={`/g/${frame.groupId}/people/${person.id}/card`}
          card={card}
          can={can}
          returned={done && "typed" in done ? done : undefined}
        />
      )}
    </GroupPage>
  );
}
