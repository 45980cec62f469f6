export const error = {
  summary: "Dit klopt nog niet",
  kept: "Wat je typte, staat er nog.",
  tooLong: "Dit is te lang. Er passen {{max}} tekens in.",
  mailWrong: "Dit is geen mailadres. Een mailadres ziet er zo uit: fatima@voorbeeld.be.",
  dayWrong: "Deze dag bestaat niet. Kies een dag, zoals 1-12-2026.",
  timeWrong: "Dit uur klopt niet. Schrijf een uur zoals 19:30.",
  zoneWrong: "We kennen deze tijdzone niet. Kies er een uit de lijst.",
  choose: "Kies er een.",
  overtaken: "Iemand was je voor",
  overtakenLead: "Terwijl jij schreef, bewaarde iemand anders iets. Er is niets weg. Kijk wat je wilt houden.",
  yours: "Wat jij schreef",
  theirs: "Wat er nu staat",
};
