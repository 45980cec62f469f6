import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { myNotes } from "~/notes/private-notes.server";
import { noteForm } from "~/notes/schema";
import { writeNote } from "~/notes/writing-a-private-note.server";
import { Button, Buttons } from "~/ui/button";
import { PageHead, Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import { TextArea } from "~/ui/text-field";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "note.keep");
  return { frame: frameOf(viewer), title: sayTo(asked)("notes.title"), notes: myNotes(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, noteForm, (form, formKey) => writeNote(viewer, form, formKey));
}

export const meta = pageTitle();

/** What somebody who facilitates writes for themselves, and what they wrote. */
export default function Notes() {
  const { frame, title, notes } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { field } = useFields(returned);
  const t = useText();
  const language = useLanguage();
  const here = `/g/${frame.groupId}/notes`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={t("notes.lead", { name: frame.name })}
        back={{ href: `/g/${frame.groupId}/circle`, label: t("app.circle") }}
      />
      <KringForm returned={returned}>
        <TextArea {...field("text")} label={t("notes.new")} required />
        <Buttons>
          <Button>{t("notes.save")}</Button>
        </Buttons>
      </KringForm>
      {notes.length > 0 && (
        <Section title={t("notes.mine")} id="mine">
          <Rows
            rows={notes.map(({ id, text, on }) => ({
              ...{ id, icon: "pencil" as const, title: text, sub: plainDay(on, language), href: `${here}/${id}` },
            }))}
          />
        </Section>
      )}
    </GroupPage>
  );
}
