import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { ZoneField } from "~/forms/zone-field";
import { LinkDead } from "~/gatherings/components/answer-pages";
import { clockOfHolder } from "~/groups/clock.server";
import { fewerBy } from "~/groups/fewer-mails.server";
import { sayClockFromMail } from "~/groups/saying-a-clock.server";
import { clockForm } from "~/groups/schema";
import { hourOf } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { notFound } from "~/platform/refusal";
import { localOf, zonesKnown } from "~/platform/wall-clock";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { QuestionPage } from "~/ui/plain-page";

/** Opening the link changes nothing. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const { now, language } = asked.context;
  const t = sayTo(asked);
  const link = fewerBy(token, now);
  if (!link) return data({ title: t("gatherings.linkDead"), clock: null }, { status: 404 });
  const { zone, ...whose } = clockOfHolder(link);
  const saved = new URL(asked.request.url).searchParams.has("saved");
  const hour = zone && hourOf(localOf(now, zone), language);
  const clock = { ...whose, zone, hour, token, saved, zones: saved ? [] : zonesKnown() };
  return data({ title: t(saved ? "clock.saved" : "clock.title"), clock });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  await countTry("tokenTry", context.address);
  const link = fewerBy(token, context.now);
  if (!link) throw notFound();
  return submit(request, clockForm, (form, formKey) => sayClockFromMail(link, form, formKey, `/u/${token}/clock?saved`), null);
}

export const meta = pageTitle();

/** By which clock one lives, said from a mail. */
export default function Clock() {
  const { title, clock } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { zone: clock?.zone ?? "" });
  const t = useText();
  if (!clock) return <LinkDead />;
  const { own, name, hue, hour, token, saved, zones } = clock;
  const who = { name, hue, label: t("app.circleOf", { name }) };
  const here = `/u/${token}/clock`;
  if (saved)
    return (
      <QuestionPage who={who} title={title} lines={[hour ? t("clock.savedOwn", { hour }) : t("clock.savedCircle")]}>
        <Buttons>
          <LinkButton href={here}>{t("clock.again")}</LinkButton>
        </Buttons>
      </QuestionPage>
    );
  return (
    <QuestionPage
      who={who}
      title={title}
      lines={own ? [t("clock.linkLeadOwn"), t("clock.helpersToo")] : [t("clock.linkLead", { name }), t("clock.alone")]}
    >
      <KringForm returned={returned} action={here}>
        <ZoneField {...field("zone")} zones={zones} label={t("clock.where")} hint={t("clock.whereHint")} emptyLabel={t("clock.asCircle")} />
        <Buttons>
          <Button wide>{t("clock.save")}</Button>
        </Buttons>
      </KringForm>
    </QuestionPage>
  );
}
