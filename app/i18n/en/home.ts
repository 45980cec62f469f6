export const home = {
  hello: "Hello {{name}}",
  handOver: "Hand this circle over",
};
