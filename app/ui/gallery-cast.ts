export const samplePlaces = [
  { href: "#home", label: "Thuis", icon: "home", current: true },
  { href: "#circle", label: "Kring", icon: "kring" },
  { href: "#gatherings", label: "Samen\u00ADkomsten", icon: "calendar" },
  { href: "#plan", label: "Plan", icon: "star" },
  { href: "#story", label: "Verhaal", icon: "story" },
] as const;

export const samplePeople = [
  { id: "jan", name: "Jan", hue: 0, note: "jijzelf" },
  { id: "fatima", name: "Fatima", hue: 3, note: "koken, VDAB" },
  { id: "rita", name: "Rita", hue: 2, note: "mama" },
  { id: "tom", name: "Tom", hue: 6, note: "broer, voetbal" },
  { id: "mia", name: "Mia", hue: 4, note: "begeleidt de groep" },
  { id: "noor", name: "Élise-Noor", hue: 5 },
  { id: "z", name: "فاطمة الزهراء", hue: 8, note: "buurvrouw" },
  { id: "long", name: "Bartholomeusvandenbroeckevanstraten".repeat(6), hue: 7 },
  { id: "luc", name: "Luc", hue: 1 },
  { id: "wim", name: "Wim", hue: 9 },
  { id: "greet", name: "Greet", hue: 10 },
  { id: "pieter", name: "Pieter", hue: 11 },
];
