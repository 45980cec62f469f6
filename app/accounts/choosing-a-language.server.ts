import type { Language } from "~/i18n/text";
import { write } from "~/platform/writing.server";
import type { Person } from "~/policy/viewer.server";

/** Pages and mails to this person are in this language from now on. */
export async function chooseLanguage(person: Person, language: Language): Promise<void> {
  await write((tx) => tx.account.update({ where: { id: person.accountId }, data: { language } }));
}
