export const digest = {
  wanted: "Elke maand een mail met wat er gebeurd is",
  wantedHint: "Is er niets gebeurd? Dan krijg je geen mail.",

  mail: "{{month}}: nieuws uit de kring van {{name}}",
  mailOwn: "{{month}}: nieuws uit jouw kring",
  mailHappened: "Dit is er gebeurd:",
  mailMore_one: "En nog {{count}} ander ding.",
  mailMore_other: "En nog {{count}} andere dingen.",
  mailStory: "Lees het hele verhaal",
  mailPromised: "Dit heb jij beloofd:",
  mailMorePromised_one: "En nog {{count}} andere belofte.",
  mailMorePromised_other: "En nog {{count}} andere beloftes.",
  mailNext: "De volgende samenkomst:",
  mailFewer: "Stuur mij deze maandelijkse mail niet meer",

  fewerLead: "Je krijgt dan geen maandelijkse mail meer over de kring van {{name}}.",
  fewerLeadOwn: "Je krijgt dan geen maandelijkse mail meer over jouw kring.",
  fewerDoneLead: "We sturen je geen maandelijkse mail meer over de kring van {{name}}.",
  fewerDoneLeadOwn: "We sturen je geen maandelijkse mail meer over jouw kring.",
};
