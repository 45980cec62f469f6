/** What somebody's calendar answers to what it was asked (RFC 5546, 3.2.3). */
export interface CalendarReply {
  uid: string;
  /** Which one of a series: as it is written, and in which zone; null for the whole. */
  recurrence: { value: string; zone: string | null } | null;
  /** Address of who answers, in lower case. */
  attendee: string;
  answer: "yes" | "no" | "maybe";
  /** Which revision it answers. */
  sequence: number;
  /** When it was answered, UTC. */
  at: string;
}

interface Line {
  name: string;
  parameters: Record<string, string>;
  value: string;
}

const answers: Record<string, CalendarReply["answer"]> = { ACCEPTED: "yes", DECLINED: "no", TENTATIVE: "maybe" };
/** An answer has some tens of lines. */
const mostLines = 2_000;

/**
 * The answer in a file, without working anything out of it: no rule is followed, no zone is believed.
 * @returns null for whatever is no answer of one person about one event
 */
export function replyIn(text: string): CalendarReply | null {
  const lines = linesOf(text);
  if (lines?.[0]?.value !== "VCALENDAR") return null;
  const inside: string[] = [];
  const event: Line[] = [];
  let events = 0;
  let method = "";
  for (const line of lines) {
    if (line.name === "BEGIN") {
      inside.push(line.value);
      if (line.value === "VEVENT") events += 1;
    } else if (line.name === "END") inside.pop();
    else if (inside.join() === "VCALENDAR" && line.name === "METHOD") method = line.value.toUpperCase();
    else if (inside.join() === "VCALENDAR,VEVENT") event.push(line);
  }
  return method === "REPLY" && events === 1 ? replyOf(event) : null;
}

function replyOf(event: readonly Line[]): CalendarReply | null {
  const first = (name: string) => event.find((line) => line.name === name);
  const attendees = event.filter(({ name }) => name === "ATTENDEE");
  const [who] = attendees;
  const uid = first("UID")?.value ?? "";
  const answer = answers[who?.parameters.PARTSTAT?.toUpperCase() ?? ""];
  const attendee = /^mailto:(.+)$/i
    .exec(who?.value ?? "")?.[1]
    ?.trim()
    .toLowerCase();
  const at = instantIn(first("DTSTAMP")?.value ?? "");
  if (attendees.length !== 1 || !uid || !answer || !attendee || !at) return null;
  const recurrence = first("RECURRENCE-ID");
  return {
    ...{ uid, attendee, answer, at },
    recurrence: recurrence ? { value: recurrence.value, zone: recurrence.parameters.TZID ?? null } : null,
    sequence: Number(/^\d{1,9}$/.exec(first("SEQUENCE")?.value ?? "0")?.[0] ?? 0),
  };
}

/** Unfolded, each with its parameters; null when there are more than an answer has. */
function linesOf(text: string): Line[] | null {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n", mostLines + 1)
    .filter(Boolean);
  if (lines.length > mostLines) return null;
  return lines.flatMap((line) => {
    const [, name, rest = "", value = ""] = /^([A-Za-z-]+)((?:;[^":;=]+=(?:"[^"]*"|[^":;]*))*):(.*)$/.exec(line.slice(0, 2_000)) ?? [];
    if (!name) return [];
    const parameters = [...rest.matchAll(/;([^":;=]+)=(?:"([^"]*)"|([^":;]*))/g)].map(([, key = "", quoted, plain]) => [
      key.toUpperCase(),
      quoted ?? plain ?? "",
    ]);
    return [{ name: name.toUpperCase(), parameters: Object.fromEntries(parameters), value: value.trim() }];
  });
}

/** "20261123T120000Z" as ISO text, or null. */
export function instantIn(value: string): string | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value) ?? [];
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return year && !Number.isNaN(Date.parse(instant)) ? instant : null;
}
