import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { accountFor } from "~/accounts/signing-in.server";
import { settle, submit, typedIn } from "~/forms/submitting.server";
import { acceptInvitation } from "~/groups/accepting-an-invitation.server";
import { InvitationOpen, InvitationOver } from "~/groups/components/invitation-pages";
import { invitationOf } from "~/groups/invitations.server";
import { mailForm, sayWhereToMail } from "~/groups/saying-where-to-mail.server";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { countTry } from "~/platform/limits.server";
import { dayOf } from "~/platform/wall-clock";

/** Opening the link changes nothing: a scanner may do it. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const { now, person, language } = asked.context;
  const t = sayTo(asked);
  const found = invitationOf(token, now);
  if (!found) return data({ token, title: t("circle.unknownTitle"), invited: null }, { status: 404 });
  const { mail, central, expiresAt, zone, memberId: _, reported: __, ...rest } = found;
  const by = rest.forName && !rest.own ? t("app.byFor", { by: rest.byName, for: rest.forName }) : rest.byName;
  const invited = {
    ...rest,
    by,
    central: { name: central.name, hue: central.hue, photo: central.photoId && `/i/${token}/face` },
    until: plainDay(dayOf(expiresAt, zone), language),
    // Whose browser it is: nobody's, theirs, or that of somebody else, who is named.
    signedIn: !person ? null : { theirs: rest.way === "paper" || person.mail === mail, name: person.name || (person.mail ?? "") },
  };
  const asks = rest.own ? t("circle.madeForYou", { by }) : t("circle.asksYou", { name: central.name });
  const over = { used: t("circle.usedTitle"), expired: t("circle.expiredTitle"), withdrawn: t("circle.withdrawnTitle") };
  return data({ token, title: rest.state === "open" ? asks : over[rest.state], invited });
}

/** Yes, or on a paper their mail address first. A new account is signed in at once; one that was there already signs in as always: this link lives too long for it. */
export async function action(asked: ActionFunctionArgs) {
  const { params, context } = asked;
  const token = params.token ?? "";
  const typed = await typedIn(asked.request);
  if (typed.mail !== undefined)
    return submit(
      asked.request,
      mailForm,
      async (form) => {
        await countTry("tokenTry", context.address);
        await sayWhereToMail(token, form, context.now);
        return `/i/${token}/mailed`;
      },
      null,
    );
  return settle(
    typed,
    async () => {
      await countTry("tokenTry", context.address);
      const { groupId, accountId, isNew } = await acceptInvitation(token, context.person, accountFor, context.now);
      if (isNew) await beginSession(asked, accountId);
      return isNew || context.person?.accountId === accountId ? `/g/${groupId}` : `/i/${token}`;
    },
    null,
  );
}

export const meta = pageTitle();

export default function Invitation() {
  const { token, title, invited } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (invited?.state === "open") return <InvitationOpen token={token} title={title} invited={invited} returned={returned} />;
  return <InvitationOver title={title} invited={invited} returned={returned} />;
}
