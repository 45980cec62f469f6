export const clock = {
  link: "Own time",
  title: "Do you live where it is another time?",
  titleOf: "Does {{name}} live where it is another time?",
  lead: "Then your time stands beside each gathering. And you get no reminders at night. Nobody else in the circle sees where you live.",
  leadOf: "Then that time stands beside each gathering. And no reminders come at night. Nobody else in the circle sees this.",
  where: "Which time do you live by?",
  whereOf: "Which time does {{name}} live by?",
  whereHint: "Choose a city nearby. For example: London.",
  asCircle: "As the circle",
  save: "Save",

  linkLead: "Then your time stands beside each gathering of the circle of {{name}}. And you get no reminders at night.",
  linkLeadOwn: "Then your time stands beside each gathering of your circle. And you get no reminders at night.",
  alone: "Nobody else in the circle sees where you live.",
  saved: "Saved",
  savedOwn: "Where you are it is now {{hour}}.",
  savedCircle: "You see the time of the circle only.",
  again: "Choose again",

  yours: "{{when}} your time",
  beside: "{{here}} ({{yours}})",
  dayAndHour: "{{day}}, {{hour}}",
};
