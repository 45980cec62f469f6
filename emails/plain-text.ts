import type { Block, Letter } from "./letter";
import { clean } from "./words";

const width = 72;

/** The letter as plain text: the same blocks as the drawn one, with every link in full on a line of its own. */
export function drawText(letter: Letter): string {
  const parts = [wrapped(letter.title), ...letter.blocks.map(blockText)];
  const foot = [wrapped(letter.why), letter.fewer && `${wrapped(`${letter.fewer.label}:`)}\n${letter.fewer.href}`];
  return `${parts.filter(Boolean).join("\n\n")}\n\n-- \n${foot.filter(Boolean).join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
    case "quiet":
      return wrapped(block.plain ?? block.text);
    case "fact":
      return wrapped(`${block.label}: ${block.text}`);
    case "list":
      return block.items.map((item) => wrapped(item, "- ", "  ")).join("\n");
    case "button":
      return `${wrapped(`${block.label}:`)}\n${block.href}`;
    case "choices":
      return block.items.map(({ label, href }) => `${wrapped(`${label}:`)}\n${href}`).join("\n\n");
    case "code":
      return clean(block.text);
  }
}

/** Breaks between words at most 72 characters on; a longer word (a link) stays whole. Line breaks that were typed stay. */
function wrapped(text: string, first = "", next = first): string {
  const lines: string[] = [];
  for (const typed of clean(text).trim().split("\n")) {
    let line = lines.length === 0 ? first : next;
    let empty = true;
    for (const word of typed.split(/[ \t]+/).filter(Boolean)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line);
        line = next;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}
