export const home = {
  hello: "Dag {{name}}",
  handOver: "Draag deze kring over",
};
