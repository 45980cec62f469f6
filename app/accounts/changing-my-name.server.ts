import { z } from "zod";
import { line } from "~/forms/fields";
import { actAsPerson } from "~/policy/act.server";
import type { Person } from "~/policy/viewer.server";

export const nameForm = z.object({ name: line(120, "welcome.nameMissing") });

/** How Kring calls somebody on their own pages; in a circle, people keep the name that the circle gave them. @returns where to go on */
export async function changeMyName(person: Person, form: z.infer<typeof nameForm>, formKey: string | null): Promise<string> {
  return actAsPerson(person, { formKey, content: [form] }, async ({ tx }) => {
    await tx.account.update({ where: { id: person.accountId }, data: { name: form.name } });
    return "/me";
  });
}
