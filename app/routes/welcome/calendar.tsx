import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { submit } from "~/forms/submitting.server";
import { FeedFields } from "~/gatherings/components/feed-fields";
import { FeedReady } from "~/gatherings/components/feed-ready";
import { MyFeeds } from "~/gatherings/components/my-feeds";
import { makeFeed } from "~/gatherings/feed/making-a-feed.server";
import { feedsOf } from "~/gatherings/feed/my-feeds.server";
import { allCircles, feedForm } from "~/gatherings/feed/schema";
import { myGroups } from "~/groups/my-groups.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { config } from "~/platform/config.server";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  const groups = myGroups(person, asked.context.now).map(({ id, name }) => ({ id, name }));
  const wanted = new URL(asked.request.url).searchParams.get("circle");
  const chosen = groups.find(({ id }) => id === wanted)?.id ?? (groups.length === 1 ? groups[0]?.id : allCircles) ?? allCircles;
  return { groups, chosen, feeds: feedsOf(person), byCard: person.byCard === true, title: sayTo(asked)("feed.title") };
}

/** The link itself is only in this one answer: what it carries is kept nowhere. */
export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  let token: string | null = null;
  const answer = await submit(
    asked.request,
    feedForm,
    async (form, formKey) => {
      token = await makeFeed(person, form, asked.context.now, formKey);
      return "/me/calendar";
    },
    null,
  );
  if (!token) return answer instanceof Response ? redirect("/me/calendar") : answer;
  return { made: `${config().appUrl}/calendar/${token}.ics` };
}

export const meta = pageTitle();

export default function Calendar() {
  const { groups, chosen, feeds, byCard, title } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useText();
  const made = done && "made" in done ? done.made : null;
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead
        title={made ? t("feed.ready") : title}
        lead={!made && t("feed.lead")}
        back={{ href: "/me", label: t("welcome.myCircles") }}
      />
      {made && <FeedReady address={made} />}
      {!made && byCard && <Notice kind="info">{t("refusal.notByCard")}</Notice>}
      {!made && !byCard && groups.length === 0 && <p>{t("feed.nothing")}</p>}
      {!made && !byCard && groups.length > 0 && (
        <FeedFields groups={groups} chosen={chosen} returned={done && "typed" in done ? done : undefined} />
      )}
      {!made && feeds.length > 0 && <MyFeeds feeds={feeds} groups={groups} byCard={byCard} />}
    </PlainPage>
  );
}
