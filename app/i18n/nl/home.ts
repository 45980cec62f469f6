export const home = {
  hello: "Dag {{name}}",
};
