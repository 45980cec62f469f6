import { KringForm } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import type { Change } from "../changing-series/change.server";
import type { WhatComesBack } from "../changing-series/what-comes-back";
import type { PauseNow } from "../pausing/pause-now.server";
import { DaysListed } from "./days-listed";

interface ChangeAheadProps {
  birthdays: readonly Birthday[];
  ahead: Change & Partial<Pick<WhatComesBack, "staying">>;
  /** The pause that is or is to come: what goes on after all does not within it. */
  pause?: PauseNow | null;
  /** What is sent with the yes: all that was typed, once more as it is. */
  again?: [name: string, value: string][];
  returned?: Returned | undefined;
  /** What is said of the mail that everybody gets; what the yes says, and to which address it goes when that is another. */
  mail: string;
  yes: string;
  page?: string;
}

/** What a change of a series will do, to how many, before it does it. */
export function ChangeAhead({ ahead, pause, birthdays, again = [], returned, mail, yes, page }: ChangeAheadProps) {
  const { becoming, off, gone, fresh, anew = [], staying, days, tells, changes, print } = ahead;
  const t = useText();
  const language = useLanguage();
  const paused = (day: string) => pause && pause.from <= day && (pause.until === null || day <= pause.until);
  const goesOn = becoming.filter((one) => one.goesOn && !paused(one.startLocal.slice(0, 10)));
  const changed = becoming.filter((one) => one.changed && !one.goesOn).length;
  const added = fresh.length + anew.length;
  const byHand = becoming.some(({ startLocal, slotLocal }) => startLocal !== slotLocal);
  const list = (words: string, those: readonly { id: string; startLocal: string }[]) =>
    those.length > 0 && (
      <>
        <p>{words}</p>
        <ul>
          {those.map(({ id, startLocal }) => (
            <li key={id}>{capital(longMoment(startLocal, language, t))}</li>
          ))}
        </ul>
      </>
    );
  if (!changes)
    return (
      <Section id="ahead" title={t("gatherings.seriesAhead")}>
        <p>{t("gatherings.seriesAheadNothing")}</p>
      </Section>
    );
  return (
    <Section id="ahead" title={t("gatherings.seriesAhead")}>
      <KringForm returned={returned} {...(page && { action: page })}>
        {!tells && <p>{t("gatherings.seriesAheadAbout")}</p>}
        {changed > 0 && <p>{t("gatherings.seriesAheadChanged", { count: changed })}</p>}
        {added > 0 && <p>{t("gatherings.seriesAheadFresh", { count: added })}</p>}
        {gone.length > 0 && <p>{t("gatherings.seriesAheadGone", { count: gone.length })}</p>}
        {list(t("gatherings.seriesAheadGoesOn"), goesOn)}
        {list(t("gatherings.seriesAheadOff"), off)}
        {list(t("gatherings.seriesAheadStays"), staying ?? [])}
        {becoming.some(({ asks, touched }) => asks && touched) && (
          <p>{t(staying ? "gatherings.seriesAheadBack" : "gatherings.seriesAheadAsks")}</p>
        )}
        {byHand && <p>{t("gatherings.seriesAheadByHand")}</p>}
        <p>{t("gatherings.days")}:</p>
        <DaysListed days={days} birthdays={birthdays} />
        {tells && <p className="soft">{mail}</p>}
        {again.map(([name, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button name="sure" value={print}>
            {yes}
          </Button>
        </Buttons>
      </KringForm>
    </Section>
  );
}
