import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ZodType, z } from "zod";
import { type Returned, submit } from "../../app/forms/submitting.server";
import { writtenIn } from "../../app/forms/turned-away";
import { wrongInWords } from "../../app/forms/wrong-in-words";
import { say } from "../../app/i18n/text";
import { sourcesIn } from "../sources";

/** Schemas of what is no form: the detail of a story line, a backup's list. */
const noForms = ["app/groups/happened.ts", "app/operating/archive.ts"];
const sources = sourcesIn(["app"], /\.tsx?$/).filter((file) => !noForms.includes(file) && readFileSync(file, "utf8").includes("z.object("));

/** Every form of Kring, by name, found in the code itself. */
async function everyForm(): Promise<[string, ZodType][]> {
  const found: [string, ZodType][] = [];
  for (const file of sources.filter((source) => !source.startsWith("app/routes/"))) {
    for (const [name, value] of Object.entries(await import(/* @vite-ignore */ join(import.meta.dirname, "../..", file)))) {
      if (value instanceof z.ZodType) found.push([`${file} ${name}`, value]);
      else if (/FormFor$/.test(name)) found.push([`${file} ${name}`, (value as (named: boolean) => ZodType)(false)]);
    }
  }
  return found;
}

function fieldsOf(schema: unknown): string[] {
  const { shape, def } = schema as { shape?: object; def?: { in?: unknown } };
  return shape ? Object.keys(shape) : fieldsOf(def?.in);
}

async function returned(schema: ZodType, fields: [string, string][]): Promise<Returned["errors"]> {
  const request = new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });
  const answer = await submit(request, schema, async () => "/");
  return "data" in answer ? answer.data.errors : [];
}

/** What is left of a text that says nothing to a reader: an unfilled gap, or a key. */
const unsaid = /\{\{|^[a-z]\w+\.\w+$/i;

describe("What a form says is wrong", async () => {
  const forms = await everyForm();

  it("is looked at for every form", () => {
    expect(forms.length).toBeGreaterThan(15);
  });

  it.each(forms)("is in the reader's words, whatever was sent: %s", async (_, schema) => {
    const names = fieldsOf(schema);
    const sent: [string, string][][] = [
      [],
      names.map((name) => [name, ""]),
      names.map((name) => [name, "\u0000 x"]),
      names.map((name) => [name, "9".repeat(5_000)]),
      names.flatMap((name) => [
        [name, "a"],
        [name, "b"],
      ]),
    ];
    for (const fields of sent) {
      for (const wrong of await returned(schema, fields)) {
        const text = wrongInWords(say("nl"), wrong);
        expect(text).not.toMatch(unsaid);
        expect(text).not.toMatch(/\b(invalid|expected|received|required|too (big|small))\b/i);
      }
    }
  });

  it("has words for a schema that has none", async () => {
    const schema = z.object({ name: z.string().min(3), list: z.array(z.string()) });
    expect((await returned(schema, [["name", "x"]])).map(({ words }) => words.key)).toEqual(["error.wrong", "error.wrong"]);
  });
});

/** One line that is no words of their own: an address, a code. */
const notWritten = ["mail", "centralMail", "facilitatorMail", "code"];

it("Each field that people write in is one of which the words come back when its page is gone", () => {
  const written = new Set<string>();
  for (const file of sourcesIn(["app"], /\.tsx$/))
    for (const [, field = ""] of readFileSync(file, "utf8").matchAll(/<(?:TextField|TextArea)\b(.*?)\/>/gs))
      for (const [, name = ""] of field.matchAll(/field\("(\w+)"\)/g)) written.add(name);
  expect(written.size).toBeGreaterThan(8);
  expect([...written].filter((name) => !writtenIn.includes(name) && !notWritten.includes(name))).toEqual([]);
});
