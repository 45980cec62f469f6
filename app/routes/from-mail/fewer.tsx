import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { typedIn } from "~/forms/submitting.server";
import { LinkDead } from "~/gatherings/components/answer-pages";
import { fewerBy, mailsOf, stopMails, takeUpMails } from "~/groups/fewer-mails.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { QuestionPage } from "~/ui/plain-page";
import { Press } from "~/ui/press";

/** Opening the link changes nothing. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const t = sayTo(asked);
  const link = fewerBy(token, asked.context.now);
  if (!link) return data({ title: t("gatherings.linkDead"), mails: null, token }, { status: 404 });
  const mails = mailsOf(link, "planned");
  return data({ title: t(mails.stopped ? "gatherings.fewerDone" : "gatherings.fewerTitle"), mails, token });
}

/** The press on the page, and the one click from a mail program (RFC 8058), which gets 200 and no redirect. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await countTry("tokenTry", context.address);
  const token = params.token ?? "";
  const link = fewerBy(token, context.now);
  const typed = await typedIn(request);
  const oneClick = typed["List-Unsubscribe"] === "One-Click";
  if (!link) throw new Response(null, { status: 404 });
  if (typed.again !== undefined) await takeUpMails(link, "planned");
  else await stopMails(link, "planned");
  return oneClick ? new Response(null, { status: 200 }) : redirect(`/u/${token}`);
}

export const meta = pageTitle();

export default function Fewer() {
  const { title, mails, token } = useLoaderData<typeof loader>();
  const t = useText();
  if (!mails) return <LinkDead />;
  const { own, name, hue, stopped } = mails;
  const who = { name, hue, label: t("app.circleOf", { name }) };
  if (stopped)
    return (
      <QuestionPage
        who={who}
        title={title}
        lines={[own ? t("gatherings.fewerDoneLeadOwn") : t("gatherings.fewerDoneLead", { name }), t("gatherings.fewerStill")]}
      >
        <form method="post" action={`/u/${token}`}>
          <input type="hidden" name="again" value="yes" />
          <Button kind="quiet">{t("gatherings.againPress")}</Button>
        </form>
      </QuestionPage>
    );
  return (
    <QuestionPage
      who={who}
      title={title}
      lines={[own ? t("gatherings.fewerLeadOwn") : t("gatherings.fewerLead", { name }), t("gatherings.fewerStill")]}
    >
      <Notice kind="info">{t("gatherings.fewerNotLeaving")}</Notice>
      <Press to={`/u/${token}`} kind="main">
        {t("gatherings.fewerPress")}
      </Press>
    </QuestionPage>
  );
}
