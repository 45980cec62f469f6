import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { WhatIsInside } from "~/taking-along/components/what-is-inside";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { byCard: person.byCard === true, title: sayTo(asked)("takeAlong.mineTitle") };
}

export const meta = pageTitle();

/** What is of whoever asks, in all circles, and the press that gets it as a file. */
export default function TakeMine() {
  const { byCard, title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("takeAlong.mineLead")} back={{ href: "/me", label: t("welcome.myCircles") }} />
      <p>{t("takeAlong.mineWhat")}</p>
      {byCard ? <p>{t("takeAlong.cardNot")}</p> : <WhatIsInside zip="/me/take-along/zip" />}
      {!byCard && (
        <p>
          <a className="link" href="/me/erase">
            {t("erasing.meLink")}
          </a>
        </p>
      )}
    </PlainPage>
  );
}
