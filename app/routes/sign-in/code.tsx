import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { browserOf } from "~/accounts/browsers.server";
import { NotMine } from "~/accounts/components/not-mine";
import { SendAgain } from "~/accounts/components/send-again";
import { codeForm } from "~/accounts/schema";
import { askedHere, signInWithCode } from "~/accounts/signing-in.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { whereToBegin } from "~/groups/where-to-begin.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";
import { TextField } from "~/ui/text-field";

/** The address is shown only in the browser that gave it: nothing that a link brings along is said here. */
export async function loader(asked: LoaderFunctionArgs) {
  const id = new URL(asked.request.url).searchParams.get("id") ?? "";
  const mail = askedHere(id, browserOf(asked))?.mail ?? null;
  return { id, mail, title: sayTo(asked)(mail ? "signIn.codeTitle" : "signIn.codeElsewhereTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const { address, now } = asked.context;
  return submit(
    asked.request,
    codeForm,
    async ({ id, code, borrowed }) => {
      await countTry("codeTry", address);
      const { accountId, next } = await signInWithCode(id, code, browserOf(asked), now, asked.context.device);
      await beginSession(asked, accountId, { borrowed });
      return whereToBegin(accountId, next, now);
    },
    null,
  );
}

export const meta = pageTitle();

export default function Code() {
  const { id, mail, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { id });
  const t = useText();
  const over = returned?.errors.find(({ words }) => words.key === "signIn.codeTooMany" || words.key === "signIn.codeOld");
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={mail ? t("signIn.codeLead", { mail }) : t("signIn.codeElsewhere")} />
      {!mail ? (
        <p>
          <LinkButton kind="main" href="/sign-in">
            {t("signIn.another")}
          </LinkButton>
        </p>
      ) : over ? (
        <>
          <Notice kind="lost" focus>
            <p>{t(over.words.key)}</p>
          </Notice>
          <SendAgain id={id} kind="main" />
        </>
      ) : (
        <>
          <KringForm returned={returned}>
            <input type="hidden" name="id" value={field("id").value} />
            <TextField
              {...field("code")}
              label={t("signIn.code")}
              hint={t("signIn.codeHint")}
              inputMode="numeric"
              autoComplete="one-time-code"
              width="code"
              required
            />
            <Buttons>
              <Button>{t("signIn.codeUse")}</Button>
            </Buttons>
            <NotMine />
          </KringForm>
          <p>{t("signIn.notThere")}</p>
          <SendAgain id={id} kind="quiet" />
          <p>
            <a href="/sign-in">{t("signIn.otherMail")}</a>
          </p>
        </>
      )}
    </PlainPage>
  );
}
