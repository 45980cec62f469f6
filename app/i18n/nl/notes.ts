export const notes = {
  title: "Mijn notities",
  link: "Mijn notities",
  lead: "Alleen jij leest dit. {{name}} ziet dat je notities hebt, en hoeveel.",
  new: "Wat wil je onthouden?",
  text: "De notitie",
  missing: "Schrijf eerst iets op.",
  save: "Bewaar",
  mine: "Wat je opgeschreven hebt",
  of: "Notitie van {{day}}",
  remove: "Haal deze notitie weg",
  there_one: "{{name}} heeft {{count}} eigen notitie, van {{day}}. Alleen {{name}} leest die.",
  there_other: "{{name}} heeft {{count}} eigen notities. De laatste is van {{day}}. Alleen {{name}} leest die.",
};
