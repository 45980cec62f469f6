import { type Language, languageOf } from "~/i18n/text";

interface Reachable {
  name: string;
  mail: string | null;
  account: { mail: string | null; language: string } | null;
}

/** Where and in which language a member gets mail: as their account says, else as the circle does. @returns null for who has no address */
export function addressOf(
  { name, mail, account }: Reachable,
  language: Language,
): { mail: string; name: string; language: Language } | null {
  const address = account?.mail ?? mail;
  return address ? { mail: address, name, language: languageOf(account?.language ?? language) } : null;
}
