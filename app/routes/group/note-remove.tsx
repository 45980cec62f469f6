import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { removeNote } from "~/notes/writing-a-private-note.server";

/** One press: the note is gone. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => removeNote(viewer, asked.params.noteId ?? ""), "noteGone");
}

export function loader(asked: LoaderFunctionArgs) {
  return redirect(`/g/${memberViewer(asked).groupId}/notes`);
}

/** Nothing to see; a refusal is said on a page of its own. */
export default function Pressed() {
  return null;
}
