import type { ReactNode } from "react";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, daysAway, hourOf, longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { daysBetween } from "~/platform/wall-clock";
import { Icon, type IconName } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { besideDay } from "../beside-day";
import type { GatheringShown } from "../gathering.server";
import { hourBeside } from "../own-clock";
import { seriesInWords } from "../rhythm-words";
import { undatedInWords } from "../undated/undated-words";
import { BesideDay } from "./beside-day";
import { OnlineLink } from "./online-link";
import { OtherClock } from "./other-clock";

/** Whether it is off, over, or going on: said before anything else. */
export function GatheringState({ gathering, today }: { gathering: GatheringShown; today: string }) {
  const t = useText();
  const language = useLanguage();
  const { cancelled, state } = gathering;
  if (cancelled)
    return (
      <Notice kind="lost" title={t("gatherings.cancelled")}>
        {cancelled.by && <p>{t("gatherings.cancelledBy", { by: cancelled.by, day: longDay(cancelled.on, language, today) })}</p>}
      </Notice>
    );
  if (state === "coming") return null;
  return <Notice kind="info" title={t(state === "over" ? "gatherings.over" : "gatherings.goingOn")} />;
}

interface GatheringFactsProps {
  gathering: GatheringShown;
  today: string;
  /** Of the circle, for who may still move it: then with what to know of its day. */
  birthdays: readonly Birthday[] | null;
}

/** When, where, what about, with which link online, and of which series. */
export function GatheringFacts({ gathering, today, birthdays }: GatheringFactsProps) {
  const t = useText();
  const language = useLanguage();
  const { startLocal, endLocal, otherZone, place, about, placeOnline, series, undated } = gathering;
  const ofSeries = series ? seriesInWords(series, language, t) : undated ? undatedInWords(undated, language, t) : [];
  const away = daysAway(daysBetween(gathering.today, startLocal.slice(0, 10)), language);
  return (
    <dl className="facts">
      <Fact icon="clock" name={t("gatherings.when")}>
        <p>
          {capital(t("gatherings.dayIs", { day: longDay(startLocal, language, today), away }))}
          {birthdays && <BesideDay words={besideDay(startLocal, birthdays)} />}
        </p>
        <p>{t("gatherings.hours", { from: hourBeside(gathering, language, t), to: hourOf(endLocal, language) })}</p>
        {otherZone && (
          <p>
            <OtherClock zone={otherZone} />
          </p>
        )}
      </Fact>
      <PlaceAndAbout place={place} about={about} />
      {placeOnline && (
        <Fact icon="screen" name={t("gatherings.onlineFact")}>
          <OnlineLink online={placeOnline} />
        </Fact>
      )}
      {ofSeries.length > 0 && (
        <Fact icon="repeat" name={t("gatherings.ofSeries")}>
          {ofSeries.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Fact>
      )}
    </dl>
  );
}

/** Where, and what about if that was said. */
export function PlaceAndAbout({ place, about }: { place: string; about: string }) {
  const t = useText();
  return (
    <>
      <Fact icon="place" name={t("gatherings.where")}>
        <p dir="auto">{place}</p>
      </Fact>
      {about && (
        <Fact icon="chat" name={t("gatherings.about")}>
          <p dir="auto">{about}</p>
        </Fact>
      )}
    </>
  );
}

/** One thing that is so: what it is, under its name. */
export function Fact({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
