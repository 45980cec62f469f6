import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { submit } from "~/forms/submitting.server";
import { LinkDead } from "~/gatherings/components/answer-pages";
import { When, WhenOver, WhenSaved } from "~/gatherings/polls/components/when-pages";
import { pollByMail, sayerBy } from "~/gatherings/polls/poll-by-mail.server";
import { sayWhenFromMail } from "~/gatherings/polls/saying-when.server";
import { whenForm } from "~/gatherings/polls/schema";
import { pageTitle } from "~/i18n/page-title";
import { countTry } from "~/platform/limits.server";
import { notFound } from "~/platform/refusal";

/** Opening the link changes nothing: a scanner opens it too. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const t = sayTo(asked);
  const link = sayerBy(token, asked.context.now);
  const found = link && pollByMail(link);
  if (!found) return data({ title: t("gatherings.linkDead"), shown: null, saved: false }, { status: 404 });
  const { central, state } = found;
  const { name, hue, photoId } = central;
  const shown = { ...found, token, groupId: link.groupId, central: { name, hue, photo: photoId && `/p/${token}/face` } };
  const saved = new URL(asked.request.url).searchParams.has("saved") && found.moments.some(({ answer }) => answer);
  if (state !== "open") return data({ title: t(`polls.state.${state}`), shown, saved: false });
  return data({ title: t(saved ? "polls.saved" : "polls.linkTitle"), shown, saved });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  return submit(
    request,
    whenForm,
    async (form, formKey) => {
      await countTry("tokenTry", context.address);
      const link = sayerBy(token, context.now);
      if (!link) throw notFound();
      return sayWhenFromMail(link, form, formKey, `/p/${token}?saved`);
    },
    null,
  );
}

export const meta = pageTitle();

export default function WhenFromMail() {
  const { title, shown, saved } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (!shown) return <LinkDead />;
  if (shown.state !== "open") return <WhenOver title={title} shown={shown} />;
  if (saved && !returned) return <WhenSaved title={title} shown={shown} />;
  return <When title={title} shown={shown} returned={returned} />;
}
