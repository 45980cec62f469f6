import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { holdCard } from "~/cards/card-cookie.server";
import { cardHeld } from "~/cards/signing-in-with-a-card.server";
import { settle, typedIn } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Refusal } from "~/platform/refusal";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const over = new URL(asked.request.url).searchParams.has("over");
  return { over, title: sayTo(asked)("card.openTitle") };
}

/** The script of this page sends what a card carries. It opens nothing yet: its holder is asked first. */
export async function action(asked: ActionFunctionArgs) {
  const { token } = await typedIn(asked.request);
  return settle(
    {},
    async () => {
      await countTry("cardTry", asked.context.address);
      if (typeof token !== "string" || !cardHeld(token, asked.context.now)) throw new Refusal({ key: "card.over" });
      asked.context.setCookie(holdCard(token));
      throw redirect("/kaart/ja");
    },
    null,
  );
}

export const meta = pageTitle();

export default function Card() {
  const { over, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const refused = returned?.errors[0]?.words ?? (over ? { key: "card.over" as const } : undefined);
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      {refused && <Notice kind="lost">{t(refused.key, "values" in refused ? refused.values : undefined)}</Notice>}
      <PageHead title={title} lead={t("card.openLead")} />
      <p>{t("card.openHelp")}</p>
      <form method="post" data-card="">
        <input type="hidden" name="token" />
      </form>
      <script type="module" src="/card.js" />
    </PlainPage>
  );
}
