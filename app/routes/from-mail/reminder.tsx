import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit, typedIn } from "~/forms/submitting.server";
import { LinkDead } from "~/gatherings/components/answer-pages";
import { ReminderField } from "~/gatherings/components/reminder-field";
import { chooseReminder } from "~/gatherings/reminders/choosing-a-reminder.server";
import { reminderForm } from "~/gatherings/reminders/schema";
import { reminderOf } from "~/gatherings/reminders/wishes.server";
import { ClockLink } from "~/groups/components/clock-link";
import { fewerBy } from "~/groups/fewer-mails.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { notFound } from "~/platform/refusal";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { QuestionPage } from "~/ui/plain-page";

/** Opening the link changes nothing. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const t = sayTo(asked);
  const link = fewerBy(token, asked.context.now);
  if (!link) return data({ title: t("gatherings.linkDead"), wish: null, token, saved: false }, { status: 404 });
  const saved = new URL(asked.request.url).searchParams.has("saved");
  return data({ title: t(saved ? "reminder.saved" : "reminder.linkTitle"), wish: reminderOf(link), token, saved });
}

/** What the page sends, and the one click from a mail program (RFC 8058), which gets 200 and no redirect: no more of them. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await countTry("tokenTry", context.address);
  const token = params.token ?? "";
  const link = fewerBy(token, context.now);
  if (!link) throw notFound();
  const page = `/u/${token}/reminder?saved`;
  if ((await typedIn(request.clone()))["List-Unsubscribe"] === "One-Click") {
    await chooseReminder(link, { reminder: "none" }, null, page);
    return new Response(null, { status: 200 });
  }
  return submit(request, reminderForm, (form, formKey) => chooseReminder(link, form, formKey, page), null);
}

export const meta = pageTitle();

/** When to be reminded, chosen from a mail. */
export default function Reminder() {
  const { title, wish, token, saved } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const returned = done && "typed" in done ? done : undefined;
  const fields = useFields(returned, { reminder: wish?.reminder ?? "" });
  const t = useText();
  if (!wish) return <LinkDead />;
  const { own, name, hue, reminder } = wish;
  const who = { name, hue, label: t("app.circleOf", { name }) };
  const now = {
    week: t("reminder.savedWeek"),
    day: t("reminder.savedDay"),
    hours: t("reminder.savedHours"),
    none: t("reminder.savedNone"),
  };
  if (saved && !returned)
    return (
      <QuestionPage who={who} title={title} lines={[now[reminder], t("gatherings.fewerStill")]}>
        <Buttons>
          <LinkButton href={`/u/${token}/reminder`}>{t("reminder.again")}</LinkButton>
        </Buttons>
      </QuestionPage>
    );
  return (
    <QuestionPage
      who={who}
      title={title}
      lines={[own ? t("reminder.linkLeadOwn") : t("reminder.linkLead", { name })]}
      foot={<ClockLink token={token} />}
    >
      <KringForm returned={returned} action={`/u/${token}/reminder`}>
        <ReminderField fields={fields} />
        <Buttons>
          <Button wide>{t("reminder.save")}</Button>
        </Buttons>
      </KringForm>
    </QuestionPage>
  );
}
