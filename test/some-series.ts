import { besideTheList } from "../app/gatherings/beside-the-list.server";
import { changeSeries } from "../app/gatherings/changing-series/changing-a-series.server";
import { backAhead } from "../app/gatherings/changing-series/going-back.server";
import { changeAhead, seriesToChange } from "../app/gatherings/changing-series/standing-from.server";
import { undoChange } from "../app/gatherings/changing-series/undoing-a-change.server";
import { seriesForm, seriesToBegin } from "../app/gatherings/schema";
import { addDays } from "../app/platform/wall-clock";
import type { MemberViewer } from "../app/policy/viewer.server";
import type { Dice } from "./dice";

/** Undoes the last change of a series, when there is one that can be. */
export async function undoSomehow(viewer: MemberViewer) {
  const [last] = besideTheList(viewer).changes;
  const back = last && backAhead(viewer, last.id);
  if (back) await undoChange(viewer, last.id, back.change.print, null);
}

/** Changes the series of a gathering from its day on, or a little later, as the dice say; some of them end. @param rhythm the fields that say how it goes on */
export async function changeSeriesSomehow(viewer: MemberViewer, id: string, die: Dice, rhythm: (die: Dice) => Record<string, string>) {
  const series = seriesToChange(viewer, id);
  if (!series) return;
  const from = series.slotLocal.slice(0, 10);
  const end: Record<string, string> = die.upTo(5) === 0 ? { endsOn: addDays(from, 40 + die.upTo(200)) } : {};
  const form = seriesForm.parse({ ...seriesToBegin, ...rhythm(die), from: addDays(from, die.upTo(2)), ...end });
  await changeSeries(viewer, id, form, changeAhead(viewer, series, form).print, null);
}
