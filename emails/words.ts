const controls = /(?![\n\t])\p{Cc}/gu;
const turning = /[\u202A-\u202E\u2066-\u2069]/g;
const broken = /\p{Surrogate}/gu;

/** What people typed, without what no mail can carry: control characters, half characters, marks that turn text around. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controls, "").replace(turning, "").replace(broken, "");
}

/** The same on one line, for a subject or a name: nothing in it can begin another header. */
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
