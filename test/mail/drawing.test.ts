import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { languages, say } from "../../app/i18n/text";
import { drawHtml } from "../../emails/drawing";
import { invitationLetter } from "../../emails/invitation";
import type { Letter } from "../../emails/letter";
import { drawText } from "../../emails/plain-text";
import { sampleLetters } from "../../emails/samples";

const whole: Letter = {
  subject: "dinsdag 1 december: samenkomst bij Jan",
  preview: "Kom je?",
  from: "Jans kring",
  language: "nl",
  title: "Kom je, Fatima?",
  blocks: [
    {
      kind: "text",
      text: "Mia plande een samenkomst, de eerste na een lange zomer, en ze zou graag weten wie er komt en wie niet.\nTot dan.",
    },
    { kind: "fact", label: "Wanneer", text: "dinsdag 1 december om 19.30 uur" },
    {
      kind: "list",
      items: ["iets om te eten", "een foto van de zomer die je graag wil laten zien aan de anderen die er toen niet bij waren"],
    },
    {
      kind: "choices",
      items: ["Ik kom", "Ik kom niet", "Misschien"].map((label, place) => ({ label, href: `https://k.example/a/t?k=${place}` })),
    },
    { kind: "button", label: "Bekijk de samenkomst", href: `https://k.example/g/${"1".repeat(90)}` },
    { kind: "code", text: "048213" },
    { kind: "quiet", text: "<script>alert(1)</script> & <b>vet</b>" },
  ],
  why: "Je krijgt deze mail omdat je bij Jans kring hoort.",
  fewer: { label: "Minder van deze mails", href: "https://k.example/u/t" },
};

const samples = languages.flatMap((language) =>
  Object.entries(sampleLetters(say(language), language)).map(([kind, letter]) => [`${kind} in ${language}`, letter] as const),
);

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "no-inline-style": "off",
    "no-conditional-comment": "off",
    "doctype-html": "off",
    "doctype-style": "off",
    "no-deprecated-attr": "off",
    "void-style": "off",
  },
});

describe.each([["every block there is", whole] as const, ...samples])("The mail with %s", (_, letter) => {
  it("fetches nothing, runs nothing and tracks nobody", async () => {
    const html = await drawHtml(letter);
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form|video|audio)\b|\bsrc=|\bon\w+=|url\(|@import|@font-face/i);
    // To us only; and to where one takes part online, a link that somebody of the circle chose, with its host in words.
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https?:\/\/(k\.example|localhost:3000|meet\.example\.org)\//);
  });

  it("says the same drawn and as text", async () => {
    const html = await drawHtml(letter);
    const text = drawText(letter);
    const flat = (words: string) => words.replace(/\s+/g, " ");
    const drawn = flat(
      html
        .replace(/<style>.*?<\/style>|<!--.*?-->/gs, "")
        .replace(/<[^>]+>/g, " ")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&#x27;/g, "'")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&"),
    );
    for (const { words, plain } of wordsOf(letter)) {
      expect(drawn).toContain(flat(words));
      expect(flat(text)).toContain(flat(plain));
    }
    expect(text).not.toMatch(/\b(knop|knoppen|button|buttons)\b/i);
    for (const href of linksOf(letter)) {
      expect(html).toContain(`href="${href.replace(/&/g, "&amp;")}"`);
      expect(text.split("\n")).toContain(href);
    }
  });

  it("has a language, a title, words for the list of mails, and both schemes", async () => {
    const html = await drawHtml(letter);
    expect(html).toMatch(letter.language === "nl" ? /<html[^>]* lang="nl-BE"/ : /<html[^>]* lang="en"/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html.indexOf(letter.preview.slice(0, 20))).toBeLessThan(html.indexOf("<h1"));
    expect(html.length).toBeLessThan(60_000);
  });

  it("is HTML that holds together", async () => {
    const report = await validator.validateString(await drawHtml(letter));
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  });
});

describe("The plain text", () => {
  it("reads well in a narrow window: lines of at most 72, links whole, the code alone", () => {
    const text = drawText(whole);
    expect(text).toMatchInlineSnapshot(`
      "Kom je, Fatima?

      Mia plande een samenkomst, de eerste na een lange zomer, en ze zou graag
      weten wie er komt en wie niet.
      Tot dan.

      Wanneer: dinsdag 1 december om 19.30 uur

      - iets om te eten
      - een foto van de zomer die je graag wil laten zien aan de anderen die
        er toen niet bij waren

      Ik kom:
      https://k.example/a/t?k=0

      Ik kom niet:
      https://k.example/a/t?k=1

      Misschien:
      https://k.example/a/t?k=2

      Bekijk de samenkomst:
      https://k.example/g/111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111

      048213

      <script>alert(1)</script> & <b>vet</b>

      -- 
      Je krijgt deze mail omdat je bij Jans kring hoort.

      Minder van deze mails:
      https://k.example/u/t
      "
    `);
  });
});

describe("A name that runs from right to left", () => {
  const to = { language: "en" as const, name: "Fatima", own: false, by: "Rita", until: "1 December 2026", href: "https://k.example/i/t" };
  const letter = (central: string) => invitationLetter({ ...to, t: say("en"), central });

  it("keeps its direction in the sentences of the mail, drawn and as text", async () => {
    for (const drawn of [await drawHtml(letter("محمد")), drawText(letter("محمد"))])
      expect(drawn).toMatch(/Rita asks [^.]*\u2068محمد\u2069/);
  });

  it("turns nothing around when it brought marks of its own that don't close", async () => {
    for (const drawn of [await drawHtml(letter("محمد\u2069\u202E")), drawText(letter("محمد\u2068"))])
      expect(drawn).not.toMatch(/[\u202A-\u202E\u2066\u2067]|Rita asks[^.]*[\u2068\u2069]/);
  });
});

/** All that a letter says, drawn and as plain text. */
function wordsOf({ title, blocks, why, fewer }: Letter): { words: string; plain: string }[] {
  const same = (words: string) => ({ words, plain: words });
  const said = blocks.flatMap((block) => {
    if (block.kind === "fact") return [block.label, block.text].map(same);
    if (block.kind === "list") return block.items.map(same);
    if (block.kind === "choices") return block.items.map(({ label }) => same(label));
    if (block.kind === "button") return [same(block.label)];
    return [{ words: block.text, plain: ("plain" in block && block.plain) || block.text }];
  });
  return [...[title, why, ...(fewer ? [fewer.label] : [])].map(same), ...said];
}

function linksOf({ blocks, fewer }: Letter): string[] {
  const links = blocks.flatMap((block) => {
    if (block.kind === "choices") return block.items.map(({ href }) => href);
    return block.kind === "button" ? [block.href] : [];
  });
  return fewer ? [...links, fewer.href] : links;
}
