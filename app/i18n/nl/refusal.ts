export const refusal = {
  mayNot: "Dat kan jij hier niet doen. Vraag het aan {{name}}.",
  tooOften_one: "Dat was heel vaak na elkaar. Wacht {{count}} minuut en probeer het opnieuw.",
  tooOften_other: "Dat was heel vaak na elkaar. Wacht {{count}} minuten en probeer het opnieuw.",
};
