import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { countAsking } from "~/accounts/asking-limits.server";
import { browserNamed, browserOf } from "~/accounts/browsers.server";
import { LanguageSwitch } from "~/accounts/components/language-switch";
import { mailForm, safeNext } from "~/accounts/schema";
import { askForCode } from "~/accounts/signing-in.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const { searchParams } = new URL(asked.request.url);
  const next = safeNext(searchParams.get("next"));
  if (asked.context.person) throw redirect(next);
  return { next, title: sayTo(asked)("signIn.title") };
}

export async function action(asked: ActionFunctionArgs) {
  const { language, now, address } = asked.context;
  return submit(
    asked.request,
    mailForm,
    async ({ mail, next }) => {
      await countAsking(mail, browserOf(asked), address);
      return `/sign-in/code?id=${await askForCode(mail, safeNext(next), language, now, browserNamed(asked))}`;
    },
    null,
  );
}

export const meta = pageTitle();

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { next });
  const t = useText();
  const here = next === "/me" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`;
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")} foot={<LanguageSwitch next={here} />}>
      <PageHead title={t("signIn.title")} lead={t("signIn.lead")} />
      <KringForm returned={returned}>
        <input type="hidden" name="next" value={field("next").value} />
        <TextField {...field("mail")} label={t("signIn.mail")} hint={t("signIn.mailHint")} type="email" autoComplete="email" required />
        <Buttons>
          <Button>{t("signIn.send")}</Button>
        </Buttons>
      </KringForm>
      <p>
        <a href={`/sign-in/passkey?${new URLSearchParams({ next })}`} className="link">
          {t("passkey.signInLink")}
        </a>
      </p>
    </PlainPage>
  );
}
