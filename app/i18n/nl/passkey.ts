export const passkey = {
  title: "Aanmelden zonder mail",
  lead: "Dit toestel kan je aanmelden. Het vraagt dan je gezicht, je vinger of de code van je scherm.",
  stays: "Je gezicht en je vinger blijven op je toestel. Kring krijgt ze niet. Je toestel noemt dit soms een passkey.",
  link: "Aanmelden zonder mail",
  make: "Gebruik dit toestel",
  mine: "Zo meld je je aan zonder mail",
  since: "sinds {{day}}",
  remove: "Haal weg",

  signInLink: "Meld je aan met dit toestel, zonder mail",
  signInTitle: "Meld je aan met dit toestel",
  signInLead: "Je toestel vraagt je gezicht, je vinger of de code van je scherm.",
  byMail: "Meld je aan met een code in je mail",

  notHere: "Dit toestel kan dat niet. Vraag een code met je mailadres.",
  failed: "Het is niet gelukt. Probeer het nog eens. Of meld je aan met je mailadres.",
  already: "Dit toestel kan je al aanmelden.",
  noAnswer: "Je toestel heeft niets gezegd. Probeer het nog eens.",
  tooLate: "Dat heeft te lang geduurd. Probeer het nog eens.",
  notFitting: "Dat past hier niet. Meld je aan met je mailadres.",
  tooMany: "Je hebt al {{count}} toestellen waarmee je je kan aanmelden. Haal er eerst één weg.",

  mailSubject: "Je kan je nu aanmelden zonder mail",
  mailText: "Sinds {{when}} kan je je aanmelden met dit toestel: {{device}}.",
  mailNotYou: "Was jij dat niet? Haal dat toestel weg. Verander ook het wachtwoord van je mail.",
};
