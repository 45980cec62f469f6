import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { invitationOf } from "~/groups/invitations.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

/** Who said their address on a paper goes on in their mail. */
export async function loader(asked: LoaderFunctionArgs) {
  const { token = "" } = asked.params;
  const found = invitationOf(token, asked.context.now);
  if (found?.state !== "open" || found.way !== "paper") throw redirect(`/i/${token}`);
  return { token, title: sayTo(asked)("circle.mailedTitle") };
}

export const meta = pageTitle();

export default function Mailed() {
  const { token, title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("circle.mailedLead")} />
      <p>
        <a href={`/i/${token}`}>{t("circle.mailedAgain")}</a>
      </p>
    </PlainPage>
  );
}
