import { KringForm } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import type { Change } from "../changing-series/change.server";
import type { WhatComesBack } from "../changing-series/what-comes-back";
import { DaysListed } from "./days-listed";

interface ChangeAheadProps {
  birthdays: readonly Birthday[];
  ahead: Change & Partial<Pick<WhatComesBack, "staying">>;
  /** What is sent with the yes: all that was typed, once more as it is. */
  again?: [name: string, value: string][];
  returned?: Returned | undefined;
  /** What the yes says, and to which address it goes when that is another. */
  yes: string;
  page?: string;
}

/** What a change of a series will do, to how many, before it does it. */
export function ChangeAhead({ ahead, birthdays, again = [], returned, yes, page }: ChangeAheadProps) {
  const { becoming, off, gone, fresh, staying, days, tells, changes, print } = ahead;
  const t = useText();
  const language = useLanguage();
  const changed = becoming.filter((one) => one.changed && !one.goesOn).length;
  const byHand = becoming.some(({ startLocal, slotLocal }) => startLocal !== slotLocal);
  const goesOn = becoming.filter((one) => one.goesOn);
  const list = (words: string, those: readonly { startLocal: string }[]) =>
    those.length > 0 && (
      <>
        <p>{words}</p>
        <ul>
          {those.map(({ startLocal }) => (
            <li key={startLocal}>{capital(longMoment(startLocal, language, t))}</li>
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
      {!tells && <p>{t("gatherings.seriesAheadAbout")}</p>}
      {changed > 0 && <p>{t("gatherings.seriesAheadChanged", { count: changed })}</p>}
      {fresh.length > 0 && <p>{t("gatherings.seriesAheadFresh", { count: fresh.length })}</p>}
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
      {tells && <p className="soft">{t("gatherings.seriesAheadMail")}</p>}
      <KringForm returned={returned} {...(page && { action: page })}>
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
