import { KringForm } from "~/forms/form";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import type { Change } from "../changing-series/standing-from.server";
import { DaysListed } from "./days-listed";

interface ChangeAheadProps {
  birthdays: readonly Birthday[];
  ahead: Change;
  /** All that was typed, to be sent once more as it is. */
  again: [name: string, value: string][];
  page: string;
}

/** What a change of a series will do, to how many, before it does it. */
export function ChangeAhead({
  ahead: { becoming, off, gone, fresh, days, tells, changes, print },
  birthdays,
  again,
  page,
}: ChangeAheadProps) {
  const t = useText();
  const language = useLanguage();
  const changed = becoming.filter((one) => one.changed).length;
  const byHand = becoming.some(({ startLocal, slotLocal }) => startLocal !== slotLocal);
  const list = (times: string[]) => (
    <ul>
      {times.map((time) => (
        <li key={time}>{capital(longMoment(time, language, t))}</li>
      ))}
    </ul>
  );
  if (!changes)
    return (
      <Section id="ahead" title={t("gatherings.seriesAhead")}>
        <p>{t("gatherings.seriesAheadNothing")}</p>
      </Section>
    );
  return (
    <Section id="ahead" title={t("gatherings.seriesAhead")}>
      {!tells && <p>{t("gatherings.seriesAheadAbout")}</p>}
      {changed > 0 && <p>{t("gatherings.seriesAheadChanged", { count: changed })}</p>}
      {fresh.length > 0 && <p>{t("gatherings.seriesAheadFresh", { count: fresh.length })}</p>}
      {gone.length > 0 && <p>{t("gatherings.seriesAheadGone", { count: gone.length })}</p>}
      {off.length > 0 && (
        <>
          <p>{t("gatherings.seriesAheadOff")}</p>
          {list(off.map(({ startLocal }) => startLocal))}
        </>
      )}
      {becoming.some(({ asks, touched }) => asks && touched) && <p>{t("gatherings.seriesAheadAsks")}</p>}
      {byHand && <p>{t("gatherings.seriesAheadByHand")}</p>}
      <p>{t("gatherings.days")}:</p>
      <DaysListed days={days} birthdays={birthdays} />
      {tells && <p className="soft">{t("gatherings.seriesAheadMail")}</p>}
      <KringForm action={page}>
        {again.map(([name, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button name="sure" value={print}>
            {t("gatherings.seriesChangeSave")}
          </Button>
        </Buttons>
      </KringForm>
    </Section>
  );
}
