import type { Frame } from "~/groups/frame";
import { capital, daysAway, hourOf, listed, longMoment } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { daysBetween } from "~/platform/wall-clock";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { Faces } from "~/ui/face";
import { Coming, NextCard } from "~/ui/next-card";
import { promisedInWords } from "../along/promised";
import type { NextGathering as Next } from "../next-gathering.server";
import { Answering } from "./answering";
import { OnlineLink } from "./online-link";
import { OtherClock } from "./other-clock";
import { YourHour } from "./your-hour";

interface NextGatheringProps {
  frame: Frame;
  next: Next | null;
  /** This viewer may plan one when there is none. */
  plan: boolean;
}

/** The next gathering: when, where, what I answered and promised, who comes. */
export function NextGathering({ frame, next, plan }: NextGatheringProps) {
  const t = useText();
  const language = useLanguage();
  const here = `/g/${frame.groupId}/gatherings`;
  if (!next)
    return (
      <Empty
        title={t("gatherings.nextNone")}
        action={
          plan && (
            <LinkButton kind="main" icon="calendar-plus" href={here}>
              {t("gatherings.planOne")}
            </LinkButton>
          )
        }
      >
        {plan ? t("gatherings.noneLead") : t("gatherings.noneLeadOther")}
      </Empty>
    );
  const { id, startLocal, endLocal, today, otherZone, place, begun, comes, letKnow, online } = next;
  const away = daysAway(daysBetween(today, startLocal.slice(0, 10)), language);
  const promised = promisedInWords(next.promised, language, t);
  const takesPartOnline = comes.people.some(({ id, answer }) => id === comes.me && answer === "online");
  const come = comes.people.filter(({ answer }) => answer === "yes");
  return (
    <NextCard
      eyebrow={begun ? t("gatherings.nextNow") : t("gatherings.next", { away })}
      when={capital(longMoment(startLocal, language, t, frame.today))}
      href={`${here}/${id}`}
      where={
        <>
          <YourHour when={next} />
          <bdi>{place}</bdi>. {t("gatherings.untilAbout", { end: hourOf(endLocal, language) })}{" "}
          {otherZone && <OtherClock zone={otherZone} />}
        </>
      }
    >
      <Answering page={`${here}/${id}`} comes={comes} back={`/g/${frame.groupId}`} letKnow={letKnow} today={frame.today} />
      {promised && <p>{promised}</p>}
      {online && takesPartOnline && <OnlineLink online={online} />}
      {come.length > 0 && <Coming faces={<Faces people={come} size="s" />}>{whoInWords(next, language, t)}</Coming>}
    </NextCard>
  );
}

/** "Mia, Tom en Fatima komen. 3 mensen antwoordden nog niet." Names while they fit in a line, else how many. */
function whoInWords({ comes: { people } }: Next, language: Language, t: Say): string {
  const names = people.filter(({ answer }) => answer === "yes").map(({ name }) => name);
  const silent = people.filter(({ answer }) => answer === null).length;
  const who =
    names.length > 5
      ? t("gatherings.coming", { count: names.length })
      : t("gatherings.namesComing", { count: names.length, names: listed(names, language) });
  return silent > 0 ? `${who}. ${t("gatherings.silent", { count: silent })}.` : `${who}.`;
}
