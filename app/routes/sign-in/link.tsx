import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { browserNamed } from "~/accounts/browsers.server";
import { NotMine } from "~/accounts/components/not-mine";
import { pressedForm } from "~/accounts/schema";
import { linkStillGood, signInWithLink } from "~/accounts/signing-in.server";
import { KringForm } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { whereToBegin } from "~/groups/where-to-begin.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

/** Opening the link changes nothing: a scanner may do it. Only the press signs in. */
export async function loader(asked: LoaderFunctionArgs) {
  const good = linkStillGood(asked.params.token ?? "", asked.context.now);
  return { mail: good?.mail ?? null, title: sayTo(asked)(good ? "signIn.linkTitle" : "signIn.linkOldTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const { context, params } = asked;
  return submit(
    asked.request,
    pressedForm,
    async ({ borrowed }) => {
      await countTry("tokenTry", context.address);
      const { accountId, next } = await signInWithLink(params.token ?? "", browserNamed(asked), context.now, context.device);
      await beginSession(asked, accountId, { borrowed });
      return whereToBegin(accountId, next, context.now);
    },
    null,
  );
}

export const meta = pageTitle();

export default function Link() {
  const { mail, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      {mail ? (
        <>
          <PageHead title={title} lead={t("signIn.linkLead", { mail })} />
          <KringForm returned={returned}>
            <Buttons>
              <Button>{t("signIn.linkUse")}</Button>
            </Buttons>
            <NotMine />
          </KringForm>
        </>
      ) : (
        <>
          <PageHead title={title} lead={t("signIn.linkOld")} />
          <p>
            <LinkButton kind="main" href="/sign-in">
              {t("signIn.another")}
            </LinkButton>
          </p>
        </>
      )}
    </PlainPage>
  );
}
