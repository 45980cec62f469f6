export const said = {
  saved: "Saved.",
  done: "Well done.",
  joy: "How wonderful. It is in the story now.",
  invited: "The invitation is on its way.",
  withdrawn: "The invitation no longer works.",
  answered: "Your answer is saved.",
  planned: "Planned. The circle gets an email about it.",
  cancelled: "Called off. Those who take part get an email.",
  left: "You have left the circle.",
  signedOut: "Signed out.",
  kept: "The circle stays.",
  see: "Show it",
};
