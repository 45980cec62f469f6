import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { codeForm } from "~/accounts/schema";
import { openSession } from "~/accounts/sessions.server";
import { signInWithCode } from "~/accounts/signing-in.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const { searchParams } = new URL(asked.request.url);
  return { id: searchParams.get("id") ?? "", mail: searchParams.get("mail") ?? "", title: sayTo(asked)("signIn.codeTitle") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(
    request,
    codeForm,
    async ({ id, code }) => {
      await countTry("codeTry", context.address);
      const { accountId, next } = await signInWithCode(id, code, context.now);
      context.setCookie(await openSession(accountId, context.device));
      return next;
    },
    null,
  );
}

export const meta = pageTitle();

export default function Code() {
  const { id, mail } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { id });
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("signIn.codeTitle")} lead={t("signIn.codeLead", { mail })} />
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
      </KringForm>
      <p>
        {t("signIn.notThere")} <a href="/sign-in">{t("signIn.another")}</a>
      </p>
    </PlainPage>
  );
}
