export const refusal = {
  mayNot: "Je hebt daar geen toestemming voor. Vraag het aan {{name}}.",
  tooOften_one: "Je hebt dit te vaak na elkaar geprobeerd. Wacht {{count}} minuut en probeer het opnieuw.",
  tooOften_other: "Je hebt dit te vaak na elkaar geprobeerd. Wacht {{count}} minuten en probeer het opnieuw.",
};
