import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { PlaceFields } from "~/groups/components/place-fields";
import { frameOf } from "~/groups/frame";
import { memberNow } from "~/groups/member.server";
import { placeForm } from "~/groups/schema";
import { takeBack } from "~/groups/taking-back.server";
import { placeWord } from "~/groups/words";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person, can } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.add");
  if (!can.takeBack) throw notFound();
  return { frame: frameOf(viewer), title: sayTo(asked)("circle.backTitle", { name: person.name }), person };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, placeForm, (form, formKey) => takeBack(viewer, asked.params.memberId ?? "", form, formKey));
}

export const meta = pageTitle();

const labels = { role: "circle.role", ring: "circle.ring" } as const;

export default function MemberBack() {
  const { frame, title, person } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { role, ring, capacity, function: work, service, name } = person;
  const before = { role, ring: ring ?? "", capacity: capacity ?? "", function: work ?? "", service: service ?? "" };
  const { field } = useFields(returned, before);
  const t = useText();
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={t("circle.backLead", { name })}
        back={{ href: `/g/${frame.groupId}/people/${person.id}`, label: name }}
      />
      <KringForm returned={returned} version={person.version} labels={labels} inWords={(_, value) => placeWord(t, value)}>
        <PlaceFields frame={frame} field={field} />
        <Buttons>
          <Button>{t("circle.backPress")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
