import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { declineInvitation } from "~/groups/declining-an-invitation.server";
import { invitationOf } from "~/groups/invitations.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

/** No, thank you. Seen by its address before that was pressed, it leads back to the question. */
export async function loader(asked: LoaderFunctionArgs) {
  const found = invitationOf(asked.params.token ?? "", asked.context.now);
  if (found?.state !== "withdrawn") throw redirect(`/i/${asked.params.token}`);
  return { by: found.byName, title: sayTo(asked)("circle.noTitle") };
}

export async function action({ params, context }: ActionFunctionArgs) {
  return press(async () => {
    await countTry("tokenTry", context.address);
    await declineInvitation(params.token ?? "", context.now);
    return `/i/${params.token}/no`;
  }, null);
}

export const meta = pageTitle();

export default function InvitationNo() {
  const { by, title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("circle.noLead", { by })} />
      <p>
        <LinkButton href="/">{t("circle.toWelcome")}</LinkButton>
      </p>
    </PlainPage>
  );
}
