import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { languages, say } from "../../app/i18n/text";
import { drawText } from "../../emails/plain-text";
import { sampleLetters } from "../../emails/samples";

const file = "test/mail/read-by-a-person.txt";

it("Every mail reads as a person read it, in each language (UPDATE=1 writes it anew: read it then)", () => {
  const written = languages.flatMap((language) =>
    Object.entries(sampleLetters(say(language), language)).map(([kind, letter]) => {
      const { from, subject, preview } = letter;
      return `===== ${kind} (${language})\nFrom: ${from}\nSubject: ${subject}\nPreview: ${preview}\n\n${drawText(letter)}`;
    }),
  );
  const text = written.join("\n");
  if (process.env.UPDATE) writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});
