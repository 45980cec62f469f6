export const home = {
  hello: "Hello {{name}}",
  lead: "This is where {{name}}'s circle begins.",
  toCircle: "See who belongs",
  toPlan: "Look at the dreams",
};
