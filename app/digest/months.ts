import { addMonths, dayOf, instantOf } from "~/platform/wall-clock";

/** A month that a circle is told of, and when. Instants in UTC. */
export interface ToldMonth {
  /** `YYYY-MM` */
  month: string;
  /** What happened after this and up to `until` belongs to it. */
  since: string;
  until: string;
  /** From when on its mails go: ten in the morning of the first day after it. */
  due: string;
  /** From when on they are of no use any more: the evening of the seventh. */
  useless: string;
}

/** When a month is told of to a circle in this zone. @param month `YYYY-MM` */
export function toldMonth(month: string, zone: string): ToldMonth {
  const first = `${month}-01`;
  const next = addMonths(first, 1).slice(0, 8);
  const at = (local: string) => instantOf(local, zone);
  return { month, since: at(`${first}T00:00`), until: at(`${next}01T00:00`), due: at(`${next}01T10:00`), useless: at(`${next}07T21:00`) };
}

/** The month before the one that it is in this zone. @param now instant in UTC @returns `YYYY-MM` */
export function monthBefore(now: string, zone: string): string {
  return addMonths(`${dayOf(now, zone).slice(0, 7)}-01`, -1).slice(0, 7);
}
