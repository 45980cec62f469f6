import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { submit } from "~/forms/submitting.server";
import { answerFromMail } from "~/gatherings/answering.server";
import { answerForm, answers } from "~/gatherings/answers";
import { answererBy, askedByMail } from "~/gatherings/asked-by-mail.server";
import { LinkDead, LinkOver, Question, Saved } from "~/gatherings/components/answer-pages";
import { letKnowInWords } from "~/gatherings/letting-know-words";
import { hourBeside } from "~/gatherings/own-clock";
import { capital, hourOf, longDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { countTry } from "~/platform/limits.server";
import { notFound } from "~/platform/refusal";
import { dayOf } from "~/platform/wall-clock";

/** Opening the link changes nothing: what it says is chosen, and not yet answered (a scanner opens it too). */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const { now, language } = asked.context;
  const t = sayTo(asked);
  const link = answererBy(token, now);
  const found = link && askedByMail(link);
  if (!found) return data({ title: t("gatherings.linkDead"), shown: null }, { status: 404 });
  const { searchParams } = new URL(asked.request.url);
  const { central, startLocal, yours, endLocal, letKnow, ...rest } = found;
  const asks = searchParams.get("answer");
  const today = dayOf(now, "UTC");
  const day = longDay(startLocal, language, today);
  const shown = {
    ...rest,
    token,
    ...{ groupId: link.groupId, gatheringId: link.gatheringId },
    central: { name: central.name, hue: central.hue, photo: central.photoId && `/a/${token}/face` },
    day,
    hour: hourBeside({ startLocal, yours }, language, t),
    end: hourOf(endLocal, language),
    until: letKnow && letKnowInWords(letKnow, language, t, today),
    /** What the button in the mail said, or what they answered before. */
    chosen: answers.find((one) => one === asks) ?? found.answer ?? "",
    reach: searchParams.has("reach"),
    saved: searchParams.has("saved") && found.answer !== null && found.state === "open",
  };
  const saved = {
    yes: t("gatherings.savedYes"),
    online: t("gatherings.savedOnline"),
    no: t("gatherings.savedNo"),
    maybe: t("gatherings.savedMaybe"),
  };
  const titles = { open: t("gatherings.answerTitle", { day }), cancelled: t("gatherings.linkCancelled"), over: t("gatherings.linkOver") };
  return data({ title: shown.saved && found.answer ? saved[found.answer] : capital(titles[found.state]), shown });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  return submit(
    request,
    answerForm,
    async (form, formKey) => {
      await countTry("tokenTry", context.address);
      const link = answererBy(token, context.now);
      if (!link) throw notFound();
      return answerFromMail(link, form, formKey, `/a/${token}?saved`);
    },
    null,
  );
}

export const meta = pageTitle();

export default function Answer() {
  const { title, shown } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (!shown) return <LinkDead />;
  if (shown.state !== "open") return <LinkOver title={title} shown={shown} />;
  if (shown.saved) return <Saved title={title} shown={shown} />;
  return <Question title={title} shown={shown} returned={returned} />;
}
