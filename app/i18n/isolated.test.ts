import { describe, expect, it } from "vitest";
import { listed } from "./dates";
import { isolated } from "./isolated";
import { say } from "./text";

const muhammad = "\u2068محمد\u2069";

describe("A name in a sentence", () => {
  it("keeps its own direction, in every text and every list", () => {
    expect(say("en")("app.circleOf", { name: "محمد" })).toBe(`${muhammad}'s circle`);
    expect(say("nl")("app.byFor", { by: "Rita", for: "محمد" })).toBe(`Rita, voor ${muhammad}`);
    expect(listed(["محمد", "Jan"], "nl")).toBe(`${muhammad} en Jan`);
  });

  it.each(["Jan", "Zoë O'Brien-Šmíd", "Ιωάννης", "李", "", "<b>vet</b> & {{who}} $t(app.name)", "https://k.example/a/1?b=2"])(
    "is left as it is where that changes nothing: %j",
    (name) => {
      expect(isolated(name)).toBe(name);
      expect(say("en")("app.circleOf", { name })).toBe(`${name}'s circle`);
    },
  );

  it.each(["דוד", "ܝܘܣܦ", "ދިވެހި", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥", "ﻣﺤﻤﺪ", "Jan \u200F(1)"])("is isolated in each script from the right: %s", (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });

  it("closes what it opens, also in a sentence within a sentence", () => {
    const by = say("nl")("app.byForWithin", { by: "محمد", for: "Jan" });
    expect(say("nl")("gatherings.mailCancelledLead", { by })).toContain(`\u2068${muhammad}, voor Jan,\u2069`);
  });
});
