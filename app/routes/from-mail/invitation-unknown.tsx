import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { invitationOf } from "~/groups/invitations.server";
import { reportInvitation } from "~/groups/reporting-an-invitation.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

/** "I don't know these people." Seen by its address before that was pressed, it leads back to the question. */
export async function loader(asked: LoaderFunctionArgs) {
  const found = invitationOf(asked.params.token ?? "", asked.context.now);
  if (!found?.reported) throw redirect(`/i/${asked.params.token}`);
  return { title: sayTo(asked)("circle.notKnownTitle") };
}

export async function action({ params, context }: ActionFunctionArgs) {
  return press(async () => {
    await countTry("tokenTry", context.address);
    await reportInvitation(params.token ?? "", context.now);
    return `/i/${params.token}/unknown`;
  }, null);
}

export const meta = pageTitle();

export default function InvitationUnknown() {
  const { title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("circle.notKnownLead")} />
    </PlainPage>
  );
}
