import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { doorOf } from "~/joining/door.server";
import { wishForm } from "~/joining/schema";
import { wishToJoin } from "~/joining/wishing.server";
import { countTry } from "~/platform/limits.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { TextArea, TextField } from "~/ui/text-field";

/** Somebody opens the link that a central person shows: they can ask, and see no more than whose circle it is. */
export async function loader(asked: LoaderFunctionArgs) {
  const t = sayTo(asked);
  const door = doorOf(asked.params.token ?? "");
  if (!door) return data({ name: null, known: null, done: false, title: t("joining.over") }, { status: 404 });
  const { name } = door;
  const done = new URL(asked.request.url).searchParams.has("asked");
  const { person } = asked.context;
  const known = person && { name: person.name, mail: person.mail ?? "" };
  return data({ name, known, done, title: done ? t("joining.askedTitle") : t("joining.askTitle", { name }) });
}

export async function action(asked: ActionFunctionArgs) {
  const { token = "" } = asked.params;
  const { address, now } = asked.context;
  return submit(
    asked.request,
    wishForm,
    async (form) => {
      await countTry("joinTry", address);
      await wishToJoin(token, form, now);
      return `/j/${token}?asked`;
    },
    null,
  );
}

export const meta = pageTitle();

export default function AskToJoin() {
  const { name, known, done, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, known ?? {});
  const t = useText();
  const optionalWord = t("app.optional");
  if (name === null || done)
    return (
      <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
        <PageHead title={title} lead={name === null ? t("joining.overLead") : t("joining.askedLead", { name })} />
      </PlainPage>
    );
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("joining.askLead", { name })} />
      <KringForm returned={returned}>
        <TextField {...field("name")} label={t("joining.askName")} autoComplete="name" required />
        <TextField
          {...field("relation")}
          label={t("joining.askRelation", { name })}
          hint={t("circle.relationHint")}
          optionalWord={optionalWord}
        />
        <TextField
          {...field("mail")}
          label={t("joining.askMail")}
          hint={t("joining.askMailHint", { name })}
          type="email"
          autoComplete="email"
          required
        />
        <TextArea {...field("word")} label={t("joining.askWord")} optionalWord={optionalWord} rows={3} />
        <Buttons>
          <Button>{t("joining.askPress")}</Button>
        </Buttons>
      </KringForm>
    </PlainPage>
  );
}
