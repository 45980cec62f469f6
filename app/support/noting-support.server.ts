import type { z } from "zod";
import { storyLine } from "~/groups/adding-a-story-line.server";
import { newEntry } from "~/groups/creating-an-entry.server";
import { insert, type Occasion, type Rows } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import type { supportForm } from "./schema";
import { notTooFar, whoSupports } from "./who-supports.server";

type SupportForm = z.infer<typeof supportForm>;

/** Support that is noted. @param who the name of whoever supports */
export function newSupport(occasion: Occasion, actor: Actor, { audience, ...noted }: SupportForm, who: string) {
  const entry = newEntry(occasion, actor, "support", audience);
  const support: Rows["Support"][number] = { id: entry.id, groupId: occasion.groupId, ...noted };
  const line = storyLine(occasion, actor, "supportNoted", { what: noted.what, who }, { entryId: entry.id });
  return { support, rows: { Entry: [entry], Support: [support], StoryLine: [line] } };
}

/**
 * Notes who supports what, since when. A member notes their own. @returns where to go on
 * @throws Refusal for somebody who is not in the circle, or a day more than a year ahead
 */
export async function noteSupport(viewer: MemberViewer, form: SupportForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("support.note", form.memberId);
    notTooFar(viewer, form.since, "since");
    notTooFar(viewer, form.until, "until");
    const who = await whoSupports(tx, viewer, form.memberId, form.service);
    const { support, rows } = newSupport(viewer, actor, form, who);
    insert(tx, rows);
    return `/g/${viewer.groupId}/support#${support.id}`;
  });
}
