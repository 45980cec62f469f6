import type { z } from "zod";
import { notFound, Overtaken } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { noteForm } from "./schema";

type NoteForm = z.infer<typeof noteForm>;

/** Somebody who facilitates writes something for themselves. Nobody is told, and no story; the central person sees that it is there. */
export async function writeNote(viewer: MemberViewer, { text }: NoteForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["note", text] }, async ({ tx, viewer, may }) => {
    const { byId } = may("note.keep");
    const { groupId, now } = viewer;
    await tx.privateNote.create({ data: { id: newId(), groupId, authorId: byId, text, createdAt: now } });
    return `/g/${groupId}/notes`;
  });
}

/** Writes it anew. @throws 404 for one of somebody else as for none; Overtaken when it was changed in another window */
export async function changeNote(viewer: MemberViewer, id: string, { text, version }: NoteForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["note", id, text] }, async ({ tx, viewer, may }) => {
    const { byId: authorId } = may("note.keep");
    const { groupId } = viewer;
    const { count } = await tx.privateNote.updateMany({
      where: { id, groupId, authorId, version },
      data: { text, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = await tx.privateNote.findFirst({ where: { id, groupId, authorId } });
      if (!now) throw notFound();
      throw new Overtaken({ text: now.text }, now.version);
    }
    return `/g/${groupId}/notes`;
  });
}

/** Takes it away: it was nobody else's. @throws 404 likewise */
export async function removeNote(viewer: MemberViewer, id: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const { byId: authorId } = may("note.keep");
    const { groupId } = viewer;
    const { count } = await tx.privateNote.deleteMany({ where: { id, groupId, authorId } });
    if (count === 0) throw notFound();
    return `/g/${groupId}/notes`;
  });
}
