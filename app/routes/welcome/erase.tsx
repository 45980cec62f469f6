import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { eraseMyself } from "~/erasing/erasing-myself.server";
import { KringForm } from "~/forms/form";
import { settle, typedIn } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { byCard: person.byCard === true, title: sayTo(asked)("erasing.meTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  await typedIn(asked.request);
  return settle({}, () => eraseMyself(person, asked.context.now), "erasedMe");
}

export const meta = pageTitle();

/** What goes and what stays when somebody erases what is about them, and the press. */
export default function EraseMyself() {
  const { byCard, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("erasing.meLead")} back={{ href: "/me/take-along", label: t("takeAlong.link") }} />
      {byCard ? (
        <p>{t("takeAlong.cardNot")}</p>
      ) : (
        <KringForm returned={returned}>
          <ul>
            <li>{t("erasing.meGone")}</li>
            <li>{t("erasing.meStays")}</li>
            <li>{t("erasing.meOthers")}</li>
            <li>{t("erasing.meTold")}</li>
            <li>{t("erasing.backups")}</li>
          </ul>
          <p>{t("erasing.meBye")}</p>
          <Buttons>
            <Button kind="lost">{t("erasing.mePress")}</Button>
            <LinkButton href="/me/take-along">{t("erasing.meStay")}</LinkButton>
          </Buttons>
        </KringForm>
      )}
    </PlainPage>
  );
}
