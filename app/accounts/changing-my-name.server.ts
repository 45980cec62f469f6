import { z } from "zod";
import { line } from "~/forms/fields";
import { writeOnce } from "~/forms/submitting.server";
import type { Person } from "~/policy/viewer.server";

export const nameForm = z.object({ name: line(120, "welcome.nameMissing") });

/** How Kring calls somebody on their own pages; in a circle, people keep the name that the circle gave them. @returns where to go on */
export async function changeMyName(person: Person, form: z.infer<typeof nameForm>, formKey: string | null, now: string): Promise<string> {
  return writeOnce({ formKey, whose: person.accountId }, now, async (tx) => {
    await tx.account.update({ where: { id: person.accountId }, data: { name: form.name } });
    return "/me";
  });
}
