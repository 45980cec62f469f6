import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { formIn } from "~/forms/reading-a-form.server";
import { formKeyIn, settle } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { memberNow } from "~/groups/member.server";
import { photographMember } from "~/groups/photographing-a-member.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { Face } from "~/ui/face";
import { FileField } from "~/ui/file-field";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";

const isFirst = (request: Request) => new URL(request.url).searchParams.has("first");

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.change", person.id);
  const first = isFirst(asked.request);
  const title = sayTo(asked)(first ? "circle.photoFirst" : "circle.photoOf", { name: person.name });
  return { frame: frameOf(viewer), title, person, first };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { typed, files } = await formIn(asked.request);
  const bytes = Buffer.from((await files.get("photo")?.arrayBuffer()) ?? new ArrayBuffer(0));
  const next = isFirst(asked.request) ? "circle" : "person";
  return settle({}, () => photographMember(viewer, asked.params.memberId ?? "", bytes, next, formKeyIn(typed)));
}

export const meta = pageTitle();

export default function PersonPhoto() {
  const { frame, title, person, first } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned);
  const t = useText();
  const page = `/g/${frame.groupId}/people/${person.id}`;
  const { name, hue, photo } = person;
  const { value: _, ...photoField } = field("photo");
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("circle.photoLead")} back={first ? undefined : { href: page, label: name }} />
      <Face name={name} hue={hue} photo={photo} size="xl" />
      <KringForm returned={returned} files>
        {/* Named one by one, so that a phone turns what it makes itself into one of them. */}
        <FileField {...photoField} label={t("circle.photoField")} accept="image/jpeg,image/png,image/webp,image/avif" required />
        <Buttons>
          <Button icon="camera">{t("circle.photoSave")}</Button>
          {first && <LinkButton href={`/g/${frame.groupId}/circle`}>{t("circle.photoSkip")}</LinkButton>}
        </Buttons>
      </KringForm>
      {photo && (
        <Press to={`${page}/photo/remove`} kind="lost">
          {t("circle.photoRemove")}
        </Press>
      )}
    </GroupPage>
  );
}
