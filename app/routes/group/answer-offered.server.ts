import { type Asked, leadOn, offered } from "~/accounts/asking.server";
import { may } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";

/** Whether it can still be answered, and where one sees why not. */
interface Question {
  open: boolean;
  here: string;
}

/**
 * A form for the answer of a person: their own, that of the central person, or noted for who can't give it here. Once it can't be
 * answered any more, nobody's is noted; who had the form open already, and may note, gets it back.
 * @throws a redirect, as leadOn; 403 for who may not
 */
export function answerOffered(asked: Asked, viewer: MemberViewer, person: { id: string; toNote: boolean }, { open, here }: Question): void {
  if (!open) leadOn(asked, here);
  if (!person.toNote && (open || !may(viewer, "gathering.note"))) offered(viewer, "gathering.answer", person.id);
}
