import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { say } from "~/i18n/text";
import { TextProvider } from "~/i18n/use-text";
import { KringForm, useFields } from "./form";
import { JustDone } from "./just-done";
import type { Returned } from "./submitting.server";

const t = say("nl");
/** As it is drawn on a page in Dutch. The key of each form is new, and left out. */
const drawn = (element: ReactElement) =>
  renderToStaticMarkup(<TextProvider language="nl">{element}</TextProvider>)
    .replace(/(name="formKey" value=")[^"]*/g, "$1")
    .replaceAll("&#x27;", "'");
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const came = (more: Partial<Returned> = {}): Returned => ({ typed: {}, errors: [], overtaken: null, ...more });

/** A form of a dream, with whatever comes back of it. */
function Dream({ returned, version }: { returned?: Returned; version?: number }) {
  const { field, list, error } = useFields(returned, { text: "Zee", people: ["a", "b"], none: "" });
  const shown = { text: field("text"), people: list("people"), none: list("none"), other: field("other"), wrong: error("text") };
  return (
    <KringForm {...(returned && { returned })} {...(version !== undefined && { version })} labels={{ text: "error.field.text" }}>
      <p>{JSON.stringify(shown)}</p>
    </KringForm>
  );
}
const shownIn = (html: string) => JSON.parse(/<p>(\{.*?\})<\/p>/.exec(html)?.[1]?.replaceAll("&quot;", '"') ?? "null");

describe("A form on a page", () => {
  it("holds what stands there now, has a key of its own, and posts to its own page", () => {
    const html = drawn(<Dream />);
    expect(html).toMatch(/^<form method="post" class="form stack" novalidate=""><input type="hidden" name="formKey" value=""\/><p>/);
    expect(shownIn(html)).toEqual({
      text: { name: "text", value: "Zee" },
      people: ["a", "b"],
      none: [],
      other: { name: "other", value: "" },
    });
    const keys = [1, 2].map(() => /name="formKey" value="(\w{26})"/.exec(renderToStaticMarkup(<KringForm>{null}</KringForm>))?.[1]);
    expect(new Set(keys).size).toBe(2);
  });

  it("may post elsewhere, bring a file, look otherwise, and say of which version it is", () => {
    const html = drawn(
      <KringForm action="/g/1/x" files className="row" version={3}>
        <b>hier</b>
      </KringForm>,
    );
    expect(html).toBe(
      '<form method="post" action="/g/1/x" encType="multipart/form-data" class="row" novalidate=""><input type="hidden" name="formKey" value=""/><input type="hidden" name="version" value="3"/><b>hier</b></form>',
    );
    expect(drawn(<KringForm version={0}>{null}</KringForm>)).toContain('name="version" value="0"');
  });
});

describe("A form that came back", () => {
  const wrong = [
    { field: "text", words: { key: "plan.dreamMissing" } },
    { field: null, words: { key: "refusal.busy" } },
  ] as const;

  it("holds what was typed and not what stands there, and says at the field and on top what is wrong", () => {
    const html = drawn(<Dream returned={came({ typed: { text: "Bos", people: "c" }, errors: [...wrong] })} />);
    expect(shownIn(html)).toEqual({
      text: { name: "text", value: "Bos", error: t("plan.dreamMissing") },
      people: ["c"],
      none: [],
      other: { name: "other", value: "" },
      wrong: t("plan.dreamMissing"),
    });
    const summary = text(html);
    for (const words of [t("error.summary"), t("plan.dreamMissing"), t("refusal.busy"), t("error.kept")]) expect(summary).toContain(words);
    expect(html).toContain('href="#f-text"');
    expect(html).not.toContain('href="#f-null"');
  });

  it("says that what was typed is still there only when something was", () => {
    const kept = (typed: Returned["typed"]) =>
      text(drawn(<Dream returned={came({ typed, errors: [...wrong] })} />)).includes(t("error.kept"));
    expect(kept({})).toBe(false);
    expect(kept({ text: "  ", people: ["", " "] })).toBe(false);
    const sentAnyway = { formKey: "x", version: "1", next: "/me", zone: "Europe/Brussels", audience: "me", wordAsked: "yes" };
    expect(kept(sentAnyway)).toBe(false);
    expect(kept({ ...sentAnyway, text: "z" })).toBe(true);
    expect(kept({ people: ["", "a"] })).toBe(true);
  });

  it("has nothing on top when nothing is wrong", () => {
    expect(drawn(<Dream returned={came({ typed: { text: "Bos" } })} />)).toMatch(/^<form/);
  });

  it("keeps the version that it was written over; when somebody else saved first it takes theirs, and shows both, in words", () => {
    expect(drawn(<Dream version={5} returned={came({ typed: { version: "2" }, errors: [...wrong] })} />)).toContain(
      'name="version" value="2"',
    );
    expect(drawn(<Dream version={5} returned={came({ typed: { version: ["2", "3"] } })} />)).toContain('name="version" value="5"');
    const overtaken = came({ typed: { text: "Bos", version: "2" }, overtaken: { theirs: { text: "Berg", audience: "me" }, version: 4 } });
    const html = drawn(<Dream version={5} returned={overtaken} />);
    expect(html).toContain('name="version" value="4"');
    for (const words of [
      t("error.overtaken"),
      t("error.overtakenLead"),
      t("error.yours"),
      t("error.theirs"),
      "Bos",
      "Berg",
      t("error.field.text"),
      "audience",
    ])
      expect(text(html)).toContain(words);
    const inWords = drawn(
      <KringForm returned={overtaken} inWords={(field, value) => `${field}=${value || "niets"}`}>
        {null}
      </KringForm>,
    );
    for (const words of ["text=Bos", "text=Berg", "audience=niets", "audience=me"]) expect(text(inWords)).toContain(words);
  });
});

describe("What was just done", () => {
  it("is said above the page, has the focus, and leads to where it is to be seen", () => {
    const html = drawn(<JustDone saying="saved" at="01CD" />);
    expect(text(html)).toBe(`${t("said.saved")} ${t("said.see")}`);
    expect(html).toContain('<a href="#01CD">');
    expect(html).toContain('class="notice good" role="status" tabindex="-1" autofocus=""');
    expect(html).toMatch(/^<div class="just-done">/);
    const joy = drawn(<JustDone saying="joy" at={null} />);
    expect(joy).toContain('class="notice joy"');
    expect(joy).not.toContain("<a ");
  });
});
