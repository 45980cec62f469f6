export const home = {
  hello: "Dag {{name}}",
  lead: "Hier begint de kring van {{name}}.",
  toCircle: "Kijk wie erbij hoort",
  toPlan: "Kijk naar de dromen",
};
