import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { browserNamed } from "~/accounts/browsers.server";
import { PasskeyPress } from "~/accounts/components/passkey-press";
import { signingInForm } from "~/accounts/passkeys/answer-of-a-device";
import { signInWithPasskey } from "~/accounts/passkeys/signing-in-with-a-passkey.server";
import { safeNext } from "~/accounts/schema";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { whereToBegin } from "~/groups/where-to-begin.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const next = safeNext(new URL(asked.request.url).searchParams.get("next"));
  if (asked.context.person) throw redirect(next);
  return { next, title: sayTo(asked)("passkey.signInTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  const { address, device, now } = asked.context;
  return submit(
    asked.request,
    signingInForm,
    async ({ credential, next }) => {
      await countTry("passkeyAsk", address);
      const { accountId } = await signInWithPasskey(credential, { browser: browserNamed(asked), device }, now);
      await beginSession(asked, accountId);
      return whereToBegin(accountId, safeNext(next), now);
    },
    null,
  );
}

export const meta = pageTitle();

export default function SignInWithPasskey() {
  const { next, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { next });
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("passkey.signInLead")} />
      <KringForm returned={returned}>
        <input type="hidden" name="next" value={field("next").value} />
        <PasskeyPress how="use" ask="/sign-in/passkey/ask">
          {t("signIn.codeUse")}
        </PasskeyPress>
      </KringForm>
      <p>
        <a href={`/sign-in?${new URLSearchParams({ next })}`} className="link">
          {t("passkey.byMail")}
        </a>
      </p>
    </PlainPage>
  );
}
