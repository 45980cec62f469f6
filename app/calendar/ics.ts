/** A property of iCalendar: its name, its value as it is to be written, and its parameters. */
export type Property = readonly [name: string, value: string, parameters?: Readonly<Record<string, string>>];

/** A component: its name, its properties and what it holds. */
export interface Component {
  name: string;
  properties: readonly Property[];
  inside?: readonly Component[];
}

/** A component as RFC 5545 writes it: lines of at most 75 bytes that end in CRLF. */
export function written(component: Component): string {
  return lines(component).map(folded).join("");
}

function lines({ name, properties, inside = [] }: Component): string[] {
  const own = properties.map(([property, value, parameters = {}]) => {
    const said = Object.entries(parameters).map(([parameter, what]) => `;${parameter}=${quoted(what)}`);
    return `${property}${said.join("")}:${value}`;
  });
  return [`BEGIN:${name}`, ...own, ...inside.flatMap(lines), `END:${name}`];
}

/** A text as a value (RFC 5545, 3.3.11): without what no text may hold, and with what means something else marked. */
export function text(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** What a calendar knows an event by: the same for ever, in files and feeds, wherever Kring is served from. @param id as it is stored */
export const uidOf = (id: string) => `${id}@kring`;

/** A moment as a value, in UTC: "20261201T183000Z". @param instant ISO text in UTC */
export function utc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** A parameter can hold no quotes and no line ends at all. */
function quoted(value: string): string {
  const clean = value.replace(/["\p{Cc}]/gu, "");
  return /[,;:]/.test(clean) ? `"${clean}"` : clean;
}

/** Folded at 75 bytes, never within a letter. */
function folded(line: string): string {
  let out = "";
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) {
      out += "\r\n ";
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return `${out}\r\n`;
}
