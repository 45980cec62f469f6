import { type DetailOf, type Happening, happened } from "~/groups/happened";

/** What happened, with what was kept of it. */
export type Happened = { [Kind in Happening]: { kind: Kind; detail: DetailOf<Kind> } }[Happening];

/** A line of the story, as a reader may see it. */
export type Line = Happened & {
  id: string;
  /** A day in the group's zone. */
  on: string;
  byId: string;
  byName: string;
  forId: string | null;
  forName: string | null;
  memberId: string | null;
};

/** Reads what was kept of a happening. @returns null for a kind that is not known, or a detail that does not fit it */
export function parsed(kind: string, detail: string): Happened | null {
  if (!Object.hasOwn(happened, kind)) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(detail);
  } catch {
    return null;
  }
  const known = kind as Happening;
  const fits = happened[known].safeParse(raw);
  return fits.success ? ({ kind: known, detail: fits.data } as Happened) : null;
}
