import { hourOf, longDay, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { zoneInWords } from "~/i18n/zones";
import { localOf } from "~/platform/wall-clock";

/** When something is: on the clock of its zone, and on the reader's own where that shows something else; else null. */
export interface OnTwoClocks {
  startLocal: string;
  yours: string | null;
}

/**
 * What the clock where the reader lives shows when that of the zone shows something else, at this very instant: two zones may
 * differ for some weeks of the year only.
 * @param startsAt instant in UTC
 * @param ownZone where the reader lives; null as the circle
 * @returns wall-clock time, or null where the two show the same
 */
export function onOwnClock({ startsAt, zone }: { startsAt: string; zone: string }, ownZone: string | null): string | null {
  const yours = ownZone && localOf(startsAt, ownZone);
  return yours && yours !== localOf(startsAt, zone) ? yours : null;
}

/** Whose clock something to come stands on, when its circle follows another; else null. @param over nobody needs it any more */
export function otherZoneOf(zone: string, circle: { zone: string }, over: boolean): string | null {
  return over || zone === circle.zone ? null : zone;
}

/** "Van 19.30 uur tot ongeveer 20.30 uur, op de klok van Brussel", of when something is. */
export function onClockOf(when: string, zone: string, language: Language, t: Say): string {
  return t("zone.mailWhen", { when, city: zoneInWords(zone, language) });
}

/** "19.30 uur (bij jou 13.30 uur)", or only the hour where the reader's clock shows the same. */
export function hourBeside(when: OnTwoClocks, language: Language, t: Say): string {
  return beside(hourOf(when.startLocal, language), when, language, t);
}

/** "dinsdag 1 december om 19.30 uur (bij jou 13.30 uur)" */
export function momentBeside(when: OnTwoClocks, language: Language, t: Say, today?: string): string {
  return beside(longMoment(when.startLocal, language, t, today), when, language, t);
}

/** "bij jou 13.30 uur", with the day when that is another there. @returns null where the reader's clock shows the same */
export function yoursInWords({ startLocal, yours }: OnTwoClocks, language: Language, t: Say): string | null {
  if (!yours) return null;
  const hour = hourOf(yours, language);
  const sameDay = yours.slice(0, 10) === startLocal.slice(0, 10);
  return t("clock.yours", { when: sameDay ? hour : t("clock.dayAndHour", { day: longDay(yours, language, startLocal), hour }) });
}

function beside(here: string, when: OnTwoClocks, language: Language, t: Say): string {
  const yours = yoursInWords(when, language, t);
  return yours ? t("clock.beside", { here, yours }) : here;
}
