import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { typedIn } from "~/forms/submitting.server";
import { LinkDead } from "~/gatherings/components/answer-pages";
import { ClockLink } from "~/groups/components/clock-link";
import { fewerBy, mailsOf, stopMails, takeUpMails } from "~/groups/fewer-mails.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { QuestionPage } from "~/ui/plain-page";
import { Press } from "~/ui/press";

/** Which mails the page is about, those of new gatherings or the one of each month; and its own address. */
function pageOf(request: Request, token: string) {
  return /\/digest\/?$/.test(new URL(request.url).pathname)
    ? { which: "digest" as const, here: `/u/${token}/digest` }
    : { which: "planned" as const, here: `/u/${token}` };
}

/** Opening the link changes nothing. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const t = sayTo(asked);
  const link = fewerBy(token, asked.context.now);
  if (!link) return data({ title: t("gatherings.linkDead"), mails: null }, { status: 404 });
  const page = pageOf(asked.request, token);
  const mails = { ...mailsOf(link, page.which), ...page, token };
  return data({ title: t(mails.stopped ? "gatherings.fewerDone" : "gatherings.fewerTitle"), mails });
}

/** The press on the page, and the one click from a mail program (RFC 8058), which gets 200 and no redirect. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await countTry("tokenTry", context.address);
  const token = params.token ?? "";
  const link = fewerBy(token, context.now);
  const { here, which } = pageOf(request, token);
  const typed = await typedIn(request);
  const oneClick = typed["List-Unsubscribe"] === "One-Click";
  if (!link) throw new Response(null, { status: 404 });
  if (typed.again !== undefined) await takeUpMails(link, which);
  else await stopMails(link, which);
  return oneClick ? new Response(null, { status: 200 }) : redirect(here);
}

export const meta = pageTitle();

export default function Fewer() {
  const { title, mails } = useLoaderData<typeof loader>();
  const t = useText();
  if (!mails) return <LinkDead />;
  const { own, name, hue, stopped, here, which, token } = mails;
  const who = { name, hue, label: t("app.circleOf", { name }) };
  const words = {
    planned: {
      stop: own ? t("gatherings.fewerLeadOwn") : t("gatherings.fewerLead", { name }),
      stopped: own ? t("gatherings.fewerDoneLeadOwn") : t("gatherings.fewerDoneLead", { name }),
    },
    digest: {
      stop: own ? t("digest.fewerLeadOwn") : t("digest.fewerLead", { name }),
      stopped: own ? t("digest.fewerDoneLeadOwn") : t("digest.fewerDoneLead", { name }),
    },
  }[which];
  if (stopped)
    return (
      <QuestionPage who={who} title={title} lines={[words.stopped, t("gatherings.fewerStill")]}>
        <form method="post" action={here}>
          <input type="hidden" name="again" value="yes" />
          <Button kind="quiet">{t("gatherings.againPress")}</Button>
        </form>
      </QuestionPage>
    );
  return (
    <QuestionPage who={who} title={title} lines={[words.stop, t("gatherings.fewerStill")]} foot={<ClockLink token={token} />}>
      <Notice kind="info">{t("gatherings.fewerNotLeaving")}</Notice>
      <Press to={here} kind="main">
        {t("gatherings.fewerPress")}
      </Press>
    </QuestionPage>
  );
}
