import { KringForm } from "~/forms/form";
import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { zoneInWords } from "~/i18n/zones";
import { Button, Buttons } from "~/ui/button";
import { Section } from "~/ui/headings";
import type { ToldAhead } from "../moving-zone/move-ahead.server";

interface ZoneAheadProps {
  zone: string;
  ahead: ToldAhead;
}

/** What following another clock will do, to how many, before it does it. */
export function ZoneAhead({ zone, ahead: { moving, staying, moments, momentsPast, print } }: ZoneAheadProps) {
  const t = useText();
  const language = useLanguage();
  const city = zoneInWords(zone, language);
  return (
    <Section id="ahead" title={t("zone.ahead")}>
      <p>{moving > 0 ? t("zone.aheadMoving", { count: moving, city }) : t("zone.aheadNone", { city })}</p>
      {staying.length > 0 && (
        <>
          <p>{t("zone.aheadStaying", { city })}</p>
          <ul>
            {staying.map(({ id, startLocal, zone: its }) => (
              <li key={id}>
                {t("zone.aheadStays", { moment: capital(longMoment(startLocal, language, t)), city: zoneInWords(its, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {moments > 0 && <p>{t("zone.aheadPoll")}</p>}
      {momentsPast > 0 && <p>{t("zone.aheadPollPast", { count: momentsPast })}</p>}
      {moving > 0 && <p>{t("zone.aheadAnswers")}</p>}
      <p className="soft">{t("zone.aheadMail")}</p>
      <KringForm>
        <input type="hidden" name="zone" value={zone} />
        <Buttons>
          <Button name="sure" value={print}>
            {t("zone.save")}
          </Button>
        </Buttons>
      </KringForm>
    </Section>
  );
}
