import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { say } from "../../app/i18n/text";
import { promises } from "../../app/promises/promises";

/** The tests that hold each promise: a file, and a part of a test's name. */
const held: Record<(typeof promises)[number], [file: string, name: string][]> = {
  trace: [
    ["test/server/roles.test.ts", "changes no length and no count of a page of who may not see it"],
    ["test/policy/no-trace.test.ts", "leaves no trace for anybody else"],
  ],
  staff: [["test/e2e/whole-way.test.ts", "starts a circle, sees that it is there and nothing of what is in it"]],
  kept: [["test/e2e/crash.test.ts", "in a storm of dreams and codes: what was confirmed is there"]],
  typed: [
    ["test/e2e/forms.test.ts", "keeps what was typed over back, forward and reload"],
    ["test/server/turned-away.test.ts", "comes back with the reason when they may not do it any more"],
  ],
  press: [
    ["test/database/signing-in.test.ts", "looking at the link changes nothing"],
    ["test/e2e/whole-way.test.ts", "a scanner that opens the link answers nothing"],
  ],
  once: [
    ["test/mail/outbox.test.ts", "twice for one fact is one mail"],
    ["test/mail/gathering-mails.test.ts", "that is called off before its mail has left is only told to be off"],
  ],
  hour: [["test/database/gatherings.test.ts", "stands at once for eighteen months, at half past seven in winter and in summer"]],
  history: [["test/database/dreams.test.ts", "shows the new ones, and keeps the old ones in the story"]],
  backup: [["test/database/operating.test.ts", "made while dreams are being written, restored elsewhere, is whole"]],
  named: [["test/policy/acts.test.ts", "is for Jan, with both named, in all that he may do"]],
  leave: [["test/database/leaving.test.ts", "sees nothing of the circle from that moment"]],
  card: [["test/database/card.test.ts", "is void at one press"]],
  device: [["test/database/devices.test.ts", "can be signed out one by one, or all but this one"]],
  along: [
    ["test/e2e/taking-along.test.ts", "gets his whole circle in a file, and reads it without Kring"],
    ["test/database/taking-along.test.ts", "fits docs/export.schema.json, is told whole"],
  ],
  erased: [
    ["test/server/erasing.test.ts", "and after two weeks no byte of it is left"],
    ["test/database/erasing-a-circle.test.ts", "the circle is gone from every table"],
  ],
  ended: [["test/database/closing-a-circle.test.ts", "Rita closes it in his memory, for whom he chose"]],
  looked: [["test/database/looking.test.ts", "is for Jan alone"]],
  nobody: [["test/server/assets.test.ts", "is one stylesheet and one font, and no script"]],
};

const paper = "docs/promises.md";

/** docs/promises.md as it should be. */
function written(): string {
  const [nl, en] = [say("nl"), say("en")];
  const lines = promises.flatMap((one, index) => {
    const number = `${index + 1}. `;
    const under = " ".repeat(number.length);
    return [
      `${number}**${nl(`promise.${one}`)}**\n${under}${en(`promise.${one}`)}`,
      ...held[one].map(([file, name]) => `${under}- \`${file}\`: "${name}"`),
    ];
  });
  return [
    "# What we promise to the people who use Kring",
    "",
    "Each is held by a test; a promise without one fails `test/words/promises.test.ts`, which also writes this file (`UPDATE=1 npx vitest run test/words/promises.test.ts`). The page `/promises` shows them.",
    "",
    ...lines,
    "",
  ].join("\n");
}

describe("A promise", () => {
  it.each(promises)("is held by a test that is there: %s", (one) => {
    expect(held[one].length).toBeGreaterThan(0);
    for (const [file, name] of held[one]) {
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, "utf8"), file).toContain(name);
    }
  });

  it("stands in docs/promises.md, in both languages, with the tests that hold it", () => {
    if (process.env.UPDATE) writeFileSync(paper, written());
    expect(readFileSync(paper, "utf8")).toBe(written());
  });
});
