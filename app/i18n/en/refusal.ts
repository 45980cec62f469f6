export const refusal = {
  mayNot: "You don't have permission for that. Ask {{name}}.",
  tooOften_one: "You tried too often. Wait {{count}} minute and try again.",
  tooOften_other: "You tried too often. Wait {{count}} minutes and try again.",
};
