/** The moment it is, as ISO text in UTC with milliseconds. Read the clock only at entry points (requests, jobs, commands) and where an act begins; pass `now` down. */
export function now(): string {
  return new Date().toISOString();
}

/** A moment, or null when it lies ahead: a clock that ran ahead and came back left it, and says nothing of when it was. */
export function notAhead(instant: string | null, now: string): string | null {
  return instant !== null && instant <= now ? instant : null;
}

/** The later of two moments. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** The moment so many minutes after another (or before, when negative). */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** The moment so many times 24 hours after another (or before, when negative). For periods; days of people are in wall-clock.ts. */
export function daysAfter(instant: string, days: number): string {
  return minutesAfter(instant, days * 24 * 60);
}
