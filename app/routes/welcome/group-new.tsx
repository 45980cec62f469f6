import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { makeCircle } from "~/groups/making-a-circle.server";
import { circleFormFor } from "~/groups/schema";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { PageHead } from "~/ui/headings";
import { More } from "~/ui/more";
import { PlainPage } from "~/ui/plain-page";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { named: person.name !== "", zones: Intl.supportedValuesOf("timeZone"), title: sayTo(asked)("welcome.make") };
}

export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  const form = circleFormFor(person.name !== "");
  return submit(asked.request, form, (checked, formKey) => makeCircle(person, checked, asked.context.now, formKey));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GroupNew() {
  const { named, zones } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { zone: "Europe/Brussels" });
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/me" skip={t("app.skip")}>
      <PageHead title={t("welcome.make")} back={{ href: "/me", label: t("app.out") }} />
      <KringForm returned={returned}>
        {!named && <TextField {...field("myName")} label={t("circle.myName")} autoComplete="name" maxLength={100} required />}
        <ChoiceField
          {...field("forWhom")}
          legend={t("circle.forWhom")}
          options={[
            { value: "me", label: t("circle.forMe") },
            { value: "other", label: t("circle.forOther"), hint: t("circle.forOtherHint") },
          ]}
        />
        <TextField {...field("name")} label={t("circle.name")} hint={t("circle.nameHint")} maxLength={100} />
        <TextField {...field("relation")} label={t("circle.relation")} hint={t("circle.relationHint")} maxLength={60} />
        <More summary={t("circle.zoneMore")} open={field("zone").error !== undefined}>
          <SelectField
            {...field("zone")}
            label={t("circle.zone")}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
        </More>
        <Buttons>
          <Button>{t("circle.make")}</Button>
        </Buttons>
      </KringForm>
    </PlainPage>
  );
}
