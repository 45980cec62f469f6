import type { Answer } from "../answers";

/** What somebody wrote back: their answer, where it can't mean anything else, and whether they said more. */
export interface PlainAnswer {
  answer: Answer | null;
  more: boolean;
}

const greetings = "(?:hallo|dag|hoi|hey|hi|hello|beste|dear)";
/** A word of whom they greet: none that could mean something else. */
const name = "(?: (?!(?:niet|geen|neen?|ja|nog|misschien|not|no|yes|maybe|ok|oké|oke|zeker|sure|ik|i)(?: |$))[\\p{L}'-]+)";
const courtesy = `(?:${greetings}${name}{0,2} )?`;
const onlyGreeting = new RegExp(`^${greetings}${name}{0,2}$`, "u");
const ways: Record<Answer, string> = {
  yes: [
    "ja(?: hoor)?(?: ik kom)?(?: graag)?",
    "jazeker(?: ik kom)?(?: graag)?",
    // Alone it may be said of anything: "ok, bedankt".
    "(?:zeker|ok|oké|oke) ik kom(?: graag)?",
    "ik kom(?: graag| zeker)?",
    "(?:ja )?ik (?:ben erbij|zal er zijn)",
    "yes(?: (?:i'm coming|i am coming|i'll come|i will come|i come|i'll be there|i will be there))?",
    "(?:(?:sure|ok|okay) )?(?:i'm coming|i am coming|i'll come|i will come|i'll be there|i will be there)",
  ].join("|"),
  online: [
    "(?:ja )?(?:(?:ik (?:doe|kom|ben) )?online(?: mee| erbij)?|ik volg online)",
    "(?:yes )?(?:(?:i'll|i will|i'm|i am) (?:join|joining|be there|coming) )?online",
  ].join("|"),
  no: [
    "(?:helaas )?(?:neen?)(?: ik kom niet| ik kan niet(?: komen)?| helaas niet)?",
    "(?:sorry |helaas )?ik (?:kom|kan) (?:helaas )?niet(?: komen)?",
    "helaas niet",
    "(?:sorry )?no(?: (?:i'm not coming|i am not coming|i can't come|i cannot come|i can't|i cannot))?",
    "(?:sorry )?(?:i'm not coming|i am not coming|i can't come|i cannot come|i can't make it|i cannot make it)",
  ].join("|"),
  maybe: ["misschien", "(?:misschien )?ik weet het nog niet", "maybe", "(?:maybe )?i (?:don't|do not) know yet", "not sure(?: yet)?"].join(
    "|",
  ),
};
const thanks = "(?: (?:dank je|dank u|dankjewel|bedankt|merci|thanks|thank you))?";
const whole = (Object.entries(ways) as [Answer, string][]).map(
  ([answer, said]) => [answer, new RegExp(`^${courtesy}(?:${said})${thanks}$`, "u")] as const,
);

/** Where what they answer to begins, and where only their name is. */
const quoted =
  /^(>|-{2,} ?(original|oorspronkelijk)|_{10,}|(on|op) .*(\b20\d\d\b|\b(wrote|schreef|geschreven)\b)|(from|van|von|de|verzonden|sent) ?: )/i;
const greeting =
  /^(groet(en|jes)?|vriendelijke groet(en)?|met vriendelijke groet(en)?|mvg|liefs|kus(jes)?|veel liefs|tot dan|tot binnenkort|bye|kind regards|regards|best( wishes)?|love|see you( then)?|cheers|thanks|bedankt|dank je|verzonden vanaf .*|sent from .*|verstuurd vanaf .*)\b/i;

/** A name: each word with a capital, but for the small ones in between. */
const named = /^(?:(?:\p{Lu}[\p{L}'.-]*|van|de|den|der|el|le|la)\s*){1,4}$/u;

/**
 * Reads an answer as people write it, in Dutch and in English: the first line that they wrote after a greeting, and nothing but
 * that. "Ja, maar later" is none, nor is a question.
 */
export function plainAnswer(text: string): PlainAnswer {
  const own: string[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (quoted.test(line) || line === "--") break;
    if (line) own.push(line);
  }
  if (own.length > 1 && onlyGreeting.test(wordsOf(own[0] ?? ""))) own.shift();
  const [first = "", ...below] = own;
  const answer = first.includes("?") ? null : (whole.find(([, way]) => way.test(wordsOf(first)))?.[0] ?? null);
  const signed = below.findIndex((line) => greeting.test(line));
  const after = below.slice(0, signed === -1 ? undefined : signed);
  // A name below is no word more; a sentence is.
  const more = after.some((line) => !named.test(line)) || after.length > 2;
  const turned = below.some((line) => /\b(niet|geen|nee|toch|maar|misschien|not|no|but|maybe|n't)\b/i.test(line));
  return { answer: turned ? null : answer, more: more || turned };
}

/** In lower case, without marks and faces. */
function wordsOf(line: string): string {
  return line
    .slice(0, 200)
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
