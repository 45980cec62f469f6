/** What a person says of the hour where they live; of the clock of a circle: see zone. */
export const clock = {
  link: "Eigen uur",
  title: "Woon je ergens waar het een ander uur is?",
  titleOf: "Woont {{name}} ergens waar het een ander uur is?",
  lead: "Dan staat jouw uur bij elke samenkomst. En ’s nachts krijg je geen herinneringen. Niemand anders in de kring ziet waar je woont.",
  leadOwn: "Dan staat jouw uur bij elke samenkomst. En ’s nachts krijg je geen herinneringen. Alleen wie iets voor jou doet, ziet dit ook.",
  leadOf: "Dan staat dat uur bij elke samenkomst. En ’s nachts komen er geen herinneringen. Niemand anders in de kring ziet dit.",
  where: "Welk uur geldt bij jou?",
  whereOf: "Welk uur geldt bij {{name}}?",
  whereHint: "Kies een stad in de buurt. Bijvoorbeeld: Londen.",
  asCircle: "Zoals de kring",
  save: "Bewaar",

  linkLead: "In de kring van {{name}} staat dan jouw uur bij elke samenkomst. En ’s nachts krijg je geen herinneringen.",
  linkLeadOwn: "In jouw kring staat dan jouw uur bij elke samenkomst. En ’s nachts krijg je geen herinneringen.",
  alone: "Niemand anders in de kring ziet waar je woont.",
  helpersToo: "Alleen wie iets voor jou doet, ziet dit ook.",
  saved: "Bewaard",
  savedOwn: "Bij jou is het nu {{hour}}.",
  savedCircle: "Je ziet alleen het uur van de kring.",
  again: "Kies opnieuw",

  yours: "bij jou {{when}}",
  beside: "{{here}} ({{yours}})",
  dayAndHour: "{{day}}, {{hour}}",
};
