export const said = {
  saved: "Bewaard.",
  done: "Mooi, dat is gedaan.",
  joy: "Wat mooi. Het staat nu in het verhaal.",
  invited: "De uitnodiging is onderweg.",
  withdrawn: "De uitnodiging geldt niet meer.",
  answered: "Je antwoord is bewaard.",
  planned: "Gepland. De kring krijgt er een mail over.",
  cancelled: "Afgezegd. Wie erbij hoort, krijgt een mail.",
  left: "Je bent weggegaan uit de kring.",
  signedOut: "Afgemeld.",
  kept: "De kring blijft.",
  see: "Toon het",
};
