export const notes = {
  title: "My notes",
  link: "My notes",
  lead: "Only you read this. {{name}} sees that you have notes, and how many.",
  new: "What do you want to remember?",
  text: "The note",
  missing: "Write something first.",
  save: "Save",
  mine: "What you wrote down",
  of: "Note of {{day}}",
  remove: "Take this note away",
  there_one: "{{name}} has {{count}} note of their own, of {{day}}. Only {{name}} reads it.",
  there_other: "{{name}} has {{count}} notes of their own. The last is of {{day}}. Only {{name}} reads them.",
};
