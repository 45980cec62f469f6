const controls = /(?![\n\t])\p{Cc}/gu;
const turning = /[\u202A-\u202E\u2066\u2067]/g;
const isolating = /[\u2068\u2069]/g;
const broken = /\p{Surrogate}/gu;

/**
 * What people typed, without what no mail can carry: control characters, half characters, marks that turn text around.
 * The marks that keep a name's own direction stay, as long as each that opens also closes.
 */
export function clean(text: string): string {
  const kept = text.replace(/\r\n?/g, "\n").replace(controls, "").replace(turning, "").replace(broken, "");
  return closes(kept) ? kept : kept.replace(isolating, "");
}

function closes(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(isolating)) {
    open += mark === "\u2068" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** The same for a header, where not every mail program knows marks of direction: it has none. */
export function headerLine(text: string, most: number): string {
  return shortened(oneLine(text).replace(isolating, ""), most);
}

/** The same on one line: nothing in it can begin another header. */
export function oneLine(text: string): string {
  return clean(text.replace(/[\r\n\t\u2028\u2029]+/g, " "))
    .replace(/ {2,}/g, " ")
    .trim();
}

/** At most so many characters, cut between letters as people see them. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length >= most) break;
    short += segment;
  }
  return `${short}…`;
}
