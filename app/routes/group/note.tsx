import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { myNote } from "~/notes/private-notes.server";
import { noteForm } from "~/notes/schema";
import { changeNote } from "~/notes/writing-a-private-note.server";
import { notFound } from "~/platform/refusal";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Press } from "~/ui/press";
import { TextArea } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "note.keep");
  const note = myNote(viewer, asked.params.noteId ?? "");
  if (!note) throw notFound();
  return { frame: frameOf(viewer), title: sayTo(asked)("notes.of", { day: plainDay(note.on, asked.context.language) }), note };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, noteForm, (form, formKey) => changeNote(viewer, asked.params.noteId ?? "", form, formKey));
}

export const meta = pageTitle();

export default function Note() {
  const { frame, title, note } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned, { text: note.text });
  const t = useText();
  const notes = `/g/${frame.groupId}/notes`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} back={{ href: notes, label: t("notes.title") }} />
      <KringForm returned={returned} version={note.version} labels={{ text: "notes.text" }}>
        <TextArea {...field("text")} label={t("notes.text")} rows={8} required />
        <Buttons>
          <Button>{t("notes.save")}</Button>
        </Buttons>
      </KringForm>
      <Press to={`${notes}/${note.id}/remove`} kind="lost">
        {t("notes.remove")}
      </Press>
    </GroupPage>
  );
}
