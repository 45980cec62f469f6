import type { Language } from "~/i18n/text";
import { actAsPerson } from "~/policy/act.server";
import type { Person } from "~/policy/viewer.server";

/** Pages and mails to this person are in this language from now on. */
export async function chooseLanguage(person: Person, language: Language): Promise<void> {
  await actAsPerson(person, null, async ({ tx }) => {
    await tx.account.update({ where: { id: person.accountId }, data: { language } });
    return "/";
  });
}
