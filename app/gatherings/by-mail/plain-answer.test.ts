import { describe, expect, it } from "vitest";
import { plainAnswer } from "./plain-answer";

describe("What somebody writes back", () => {
  it.each([
    ["Ja", "yes"],
    ["ja, ik kom", "yes"],
    ["Ja ik kom graag! 😀", "yes"],
    ["JA!!!", "yes"],
    ["Dag Mia, ik kom graag.", "yes"],
    ["Ik ben erbij", "yes"],
    ["Oké, ik kom, dank je", "yes"],
    ["Yes, I’m coming", "yes"],
    ["Dag Mia,\n\nJa, ik kom graag.", "yes"],
    ["Hi, I'll be there. Thanks", "yes"],
    ["Ik doe online mee", "online"],
    ["Ja, ik kom online", "online"],
    ["I'll join online, thanks", "online"],
    ["Nee", "no"],
    ["Neen, ik kan niet komen", "no"],
    ["Helaas niet", "no"],
    ["Sorry, ik kan niet", "no"],
    ["ik kom niet", "no"],
    ["No, I can't come", "no"],
    ["Misschien...", "maybe"],
    ["Ik weet het nog niet", "maybe"],
    ["Not sure yet", "maybe"],
  ])("%s: %s, and nothing more", (text, answer) => {
    for (const below of [
      "",
      "\n\nGroetjes,\nFatima El Amrani\nTel. 0470 00 00 00",
      "\n\nFatima",
      "\n-- \nVerzonden vanaf mijn telefoon, maar niet door mij",
    ])
      expect(plainAnswer(`\n${text}\n${below}`), below).toEqual({ answer, more: false });
  });

  it.each([
    "Ja maar ik kom later",
    "Hi, not sure of that",
    "Hoi Mia, niet zeker.",
    "Hallo Jan, misschien ja",
    "Beste Jan, nee ok",
    "Hi no sure",
    "Ja?",
    "Ik kom?",
    "Oké, dank je",
    "Ok, bedankt",
    "Sure",
    "Ja\nGroetjes\nFatima\nPS ik kan toch niet komen die dag",
    "Ja, als Tom ook komt",
    "Nee, toch wel",
    "Ik kom niet graag te laat",
    "Ja of nee?",
    "Kom je?",
    "Jan komt",
    "ja\nof nee, toch niet",
    "Ik kom\nmisschien",
    "",
    "> ja",
    "Op 23 nov 2026 schreef Jan:\nja",
    "x".repeat(30_000),
  ])("%s: is no answer", (text) => {
    expect(plainAnswer(text).answer).toBeNull();
  });

  it.each([
    "Op ma 23 nov. 2026 om 13:00 schreef De kring van Jan <\nantwoord@kring.example>:\n> Nee",
    "On Mon, Nov 23, 2026 at 1:00 PM De kring van Jan <\nantwoord@kring.example> wrote:\n> Nee",
    "________________________________\nVan: De kring van Jan\nNee, ik kom niet",
    "-----Oorspronkelijk bericht-----\nNee",
    "Van: De kring van Jan\nOnderwerp: Nee",
  ])("reads nothing of what they answer to", (below) => {
    expect(plainAnswer(`Ja, ik kom\n\n${below}`)).toEqual({ answer: "yes", more: false });
  });

  it("knows when they say more with it", () => {
    expect(plainAnswer("Ja, ik kom\nIk breng een taart mee voor iedereen")).toEqual({ answer: "yes", more: true });
    expect(plainAnswer("Ja\nik kom later")).toEqual({ answer: "yes", more: true });
  });
});
