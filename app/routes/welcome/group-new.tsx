import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { ZoneField } from "~/forms/zone-field";
import { makeGroup } from "~/groups/making-a-group.server";
import { groupFormFor } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { zonesKnown } from "~/platform/wall-clock";
import { Button, Buttons } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { PageHead } from "~/ui/headings";
import { More } from "~/ui/more";
import { PlainPage } from "~/ui/plain-page";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { named: person.name !== "", zones: zonesKnown(), title: sayTo(asked)("welcome.make") };
}

export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const form = groupFormFor(person.name !== "");
  return submit(asked.request, form, (checked, formKey) => makeGroup(person, checked, asked.context.now, formKey), null);
}

export const meta = pageTitle();

export default function GroupNew() {
  const { named, zones, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { zone: "Europe/Brussels" });
  const t = useText();
  const optionalWord = t("app.optional");
  const wrong = ["name", "relation", "mail"].some((name) => field(name).error !== undefined);
  return (
    <PlainPage brand={t("app.name")} brandHref="/me" skip={t("app.skip")}>
      <PageHead title={title} back={{ href: "/me", label: t("app.out") }} />
      <KringForm returned={returned} className="form stack new-circle">
        <ChoiceField
          {...field("forWhom")}
          legend={t("circle.forWhom")}
          options={[
            { value: "me", label: t("circle.forMe"), hint: t("circle.forMeHint") },
            { value: "other", label: t("circle.forOther"), hint: t("circle.forOtherHint") },
          ]}
          required
        />
        {!named && <TextField {...field("myName")} label={t("circle.myName")} autoComplete="name" required />}
        {/* Shown once it is for somebody else, in browsers that can; nothing in it is asked otherwise. */}
        <div className={wrong ? "form stack" : "for-other form stack"}>
          <TextField {...field("name")} label={t("circle.theirName")} hint={t("circle.theirNameHint")} autoComplete="off" />
          <TextField {...field("relation")} label={t("circle.myRelation")} hint={t("circle.myRelationHint")} optionalWord={optionalWord} />
          <TextField
            {...field("mail")}
            label={t("circle.theirMail")}
            hint={t("circle.mailHint")}
            optionalWord={optionalWord}
            type="email"
            autoComplete="off"
          />
        </div>
        <More summary={t("circle.zoneMore")} open={field("zone").error !== undefined}>
          <ZoneField {...field("zone")} label={t("circle.zone")} zones={zones} />
        </More>
        <Buttons>
          <Button>{t("circle.make")}</Button>
        </Buttons>
      </KringForm>
    </PlainPage>
  );
}
