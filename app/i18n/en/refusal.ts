export const refusal = {
  mayNot: "You can't do that here. Ask {{name}}.",
  tooOften_one: "That was very often in a row. Wait {{count}} minute and try again.",
  tooOften_other: "That was very often in a row. Wait {{count}} minutes and try again.",
};
