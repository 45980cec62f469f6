import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { browserNamed } from "~/accounts/browsers.server";
import { PasskeyPress } from "~/accounts/components/passkey-press";
import { deviceInWords } from "~/accounts/device-in-words";
import { makingForm } from "~/accounts/passkeys/answer-of-a-device";
import { makePasskey } from "~/accounts/passkeys/making-a-passkey.server";
import { passkeysOf } from "~/accounts/passkeys/my-passkeys.server";
import { KringForm } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { PageHead, Section } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { passkeys: passkeysOf(person), byCard: person.byCard === true, title: sayTo(asked)("passkey.title") };
}

export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const { now, device } = asked.context;
  const where = { browser: browserNamed(asked), device };
  return submit(asked.request, makingForm, ({ credential }) => makePasskey(person, credential, where, now), "passkeyMade");
}

export const meta = pageTitle();

export default function Passkeys() {
  const { passkeys, byCard, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const language = useLanguage();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("passkey.lead")} back={{ href: "/me", label: t("welcome.myCircles") }} />
      {byCard ? (
        <Notice kind="info">{t("refusal.notByCard")}</Notice>
      ) : (
        <KringForm returned={returned}>
          <p className="soft">{t("passkey.stays")}</p>
          <PasskeyPress how="make" ask="/me/passkeys/ask">
            {t("passkey.make")}
          </PasskeyPress>
        </KringForm>
      )}
      {passkeys.length > 0 && (
        <Section title={t("passkey.mine")} id="mine">
          <Rows
            rows={passkeys.map(({ id, device, since }) => {
              const name = deviceInWords(t, device);
              const sub = t("passkey.since", { day: plainDay(since, language) });
              return {
                ...{ id, icon: "key" as const, title: name, sub },
                end: !byCard && (
                  <Press to={`/me/passkeys/${id}/remove`} about={`${name}, ${sub}`}>
                    {t("passkey.remove")}
                  </Press>
                ),
              };
            })}
          />
        </Section>
      )}
    </PlainPage>
  );
}
