export const refusal = {
  notByCard: "Your card can't do this. Ask somebody who helps you.",
  closed: "This circle is closed. You can still read everything.",
  notForThem: "Only {{name}} can do this. You may do it for {{name}}. Say so first.",
  mayNot: "You don't have permission for that. Ask {{name}}.",
  tooOften_one: "You tried too often. Wait {{count}} minute and try again.",
  tooOften_other: "You tried too often. Wait {{count}} minutes and try again.",
  busy: "Kring is busy for a moment. Try again shortly.",
  cannotSave: "Kring can't save anything now. Try again later.",
  cannotRead: "Kring can't get at its data now. Nothing is lost. Try again later.",
};
