export const digest = {
  wanted: "An email each month with what happened",
  wantedHint: "Did nothing happen? Then you get no email.",

  mail: "{{month}}: news from {{name}}'s circle",
  mailOwn: "{{month}}: news from your circle",
  mailHappened: "This is what happened:",
  mailMore_one: "And {{count}} other thing.",
  mailMore_other: "And {{count}} other things.",
  mailStory: "Read the whole story",
  mailPromised: "This is what you promised:",
  mailMorePromised_one: "And {{count}} other promise.",
  mailMorePromised_other: "And {{count}} other promises.",
  mailNext: "The next gathering:",
  mailFewer: "Don't send me this monthly email any more",

  fewerLead: "You will no longer get a monthly email about {{name}}'s circle.",
  fewerLeadOwn: "You will no longer get a monthly email about your circle.",
  fewerDoneLead: "We no longer send you a monthly email about {{name}}'s circle.",
  fewerDoneLeadOwn: "We no longer send you a monthly email about your circle.",
};
