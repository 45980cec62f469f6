export const refusal = {
  notByCard: "Met je kaart kan dit niet. Vraag het aan iemand die jou helpt.",
  closed: "Deze kring is afgesloten. Je kan alles nog lezen.",
  notForThem: "Dit kan alleen {{name}}. Jij mag het doen voor {{name}}. Zeg dat eerst.",
  mayNot: "Je hebt daar geen toestemming voor. Vraag het aan {{name}}.",
  tooOften_one: "Je hebt dit te vaak na elkaar geprobeerd. Wacht {{count}} minuut en probeer het opnieuw.",
  tooOften_other: "Je hebt dit te vaak na elkaar geprobeerd. Wacht {{count}} minuten en probeer het opnieuw.",
  busy: "Kring is even bezig. Probeer het zo meteen opnieuw.",
  cannotSave: "Kring kan nu niets bewaren. Probeer het later opnieuw.",
  cannotRead: "Kring kan nu niet bij de gegevens. Er is niets verloren. Probeer het later opnieuw.",
};
