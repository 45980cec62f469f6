import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { say, type TextKey } from "../../app/i18n/text";
import { notByCard, theirsAlone } from "../../app/policy/table";
import { alike, askers } from "./everybody";
import { expected } from "./expected";
import { expectedActs } from "./expected-acts";

const paper = "docs/who-may-do-what.md";
const inDutch: Record<string, string> = { yes: "ja", own: "eigen", no: "" };

/** docs/who-may-do-what.md as it should be, from the tables that were written by hand. */
function written(): string {
  const t = say("nl");
  const acts = Object.entries(expectedActs).map(([act, row]) => {
    const marks = [
      ...(theirsAlone.some((one) => one === act) ? ["niet door wie helpt"] : []),
      ...(notByCard.some((one) => one === act) ? ["niet met een kaart"] : []),
    ];
    const cells = row.split(" ").map((cell) => inDutch[cell] ?? cell);
    return [t(`steering.act.${act}` as TextKey), ...cells, marks.join(", ")];
  });
  const addresses = Object.entries(expected).map(([address, [get, post]]) => {
    const cells = get.split(" ").map((cell, place) => [cell, post.split(" ")[place]].join(" "));
    return [`\`${address}\``, ...cells, ...Object.values(alike).map((like) => cells[askers.indexOf(like)] ?? "")];
  });
  return [
    "# Wie mag wat doen",
    "",
    "Gemaakt uit de tabellen in `test/policy/`, die met de hand geschreven zijn en waaraan de tests Kring houden (`UPDATE=1 npx vitest run test/policy/who-may-do-what.test.ts` schrijft dit opnieuw).",
    "",
    "Jan is de centrale persoon. Rita is lid en mag dingen doen voor Jan: dan zegt ze dat eerst, en haar naam staat ernaast. Mia is begeleider, Stan is opstartbegeleider tot hij de kring doorgeeft, Fatima is lid, Els is beroepskracht (voor het werk of als bekende: dat maakt geen verschil). Zolang Rita niet zegt dat ze iets voor Jan doet, mag ze wat Fatima mag. Wie vroeger in de kring was, wie alleen in een andere kring is, een opstartbegeleider na het doorgeven, wie voor een organisatie werkt en wie niet is aangemeld: zij mogen niets, en merken niet dat de kring er is.",
    "",
    ...table(["", "Jan", "Rita", "Mia", "Stan", "Fatima", "Els", ""], acts),
    "",
    "_eigen_: alleen wat over henzelf gaat, of wat ze zelf geschreven hebben.",
    "",
    "## Elk adres",
    "",
    "Wat een adres antwoordt: eerst als iemand het opent, dan als iemand er een juist formulier naar stuurt. 200: te zien. 302: gedaan, of elders naartoe gebracht. 400: het formulier klopt niet. 403: mag niet, met de reden. 404: alsof het er niet is. 405: er valt niets te sturen. Wie niet is aangemeld, wordt gevraagd om zich aan te melden. De laatste vier kolommen volgen een andere: Wim, die de kring verlaten heeft, die van Omar; An, die Jan vroeger hielp, Noor, die vroeger bij de organisatie werkte, en Rita als zichzelf die van Fatima. Zij kunnen wel nog wissen wat over henzelf gaat (`/me/erase`), en Rita kan zeggen dat ze iets voor Jan doet (`/for`).",
    "",
    ...table(
      [
        "",
        "niemand",
        "Omar, andere kring",
        "Sofie, organisatie",
        "Els",
        "Fatima",
        "Mia",
        "Stan",
        "Rita",
        "Jan",
        "Wim, was lid",
        "An, hielp Jan",
        "Noor, was bij de organisatie",
        "Rita als zichzelf",
      ],
      addresses,
    ),
    "",
  ].join("\n");
}

/** A table in Markdown, each column as wide as its widest cell. */
function table(head: string[], body: string[][]): string[] {
  const widths = head.map((word, place) => Math.max(3, word.length, ...body.map((cells) => cells[place]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)];
}

it("What the rules say stands in docs/who-may-do-what.md, for everybody to read", () => {
  if (process.env.UPDATE) writeFileSync(paper, written());
  expect(readFileSync(paper, "utf8")).toBe(written());
});
