import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";
import { sourcesIn } from "../sources";

const spoken = new Set([
  "label",
  "title",
  "alt",
  "placeholder",
  "aria-label",
  "hint",
  "legend",
  "lead",
  "summary",
  "word",
  "about",
  "skip",
]);

/** Words that a reader would see although they stand in the code and not in the texts. */
function hardCoded(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (/\p{L}{2,}/u.test(text)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer))
      note(node, node.initializer.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression) && ts.isJsxElement(node.parent))
      note(node, node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it("No component says anything that is not in the texts", () => {
  // The gallery and the mail preview are for developers, and speak to nobody else.
  const files = sourcesIn(["app", "emails"], /\.tsx$/).filter((file) => !/ui\/gallery|system\/dev-/.test(file));
  expect(files.flatMap(hardCoded)).toEqual([]);
});
