import type { Birthday } from "~/groups/birthdays.server";
import { capital, hourOf, longDay, monthOf } from "~/i18n/dates";
import type { Say, TextKey } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import { Tag } from "~/ui/tag";
import { ownAnswer } from "../answer-words";
import { besideDay } from "../beside-day";
import type { GatheringRow } from "../gatherings.server";
import { BesideDay } from "./beside-day";
import { OtherClock } from "./other-clock";
import { YourHour } from "./your-hour";

const minePast: Record<string, TextKey> = {
  yes: "gatherings.minePastYes",
  online: "gatherings.minePastOnline",
  no: "gatherings.minePastNo",
  maybe: "gatherings.minePastMaybe",
};

interface GatheringListProps {
  groupId: string;
  gatherings: GatheringRow[];
  past?: boolean;
  /** Of the circle, when it is read by who plans: then with what to know of each day. */
  birthdays?: readonly Birthday[] | null;
}

/** Gatherings under each other: by month when they come, by year when they are over. */
export function GatheringList({ groupId, gatherings, past = false, birthdays = null }: GatheringListProps) {
  const t = useText();
  const language = useLanguage();
  const heading = (local: string) => (past ? t("gatherings.pastIn", { year: local.slice(0, 4) }) : capital(monthOf(local, language)));
  const parts = inParts(gatherings, (local) => local.slice(0, past ? 4 : 7));
  return (
    <>
      {parts.map(({ part, rows }) => (
        <Section key={part} title={heading(rows[0]?.startLocal ?? part)}>
          <Rows
            rows={rows.map((gathering) => ({
              id: gathering.id,
              icon: "calendar",
              href: `/g/${groupId}/gatherings/${gathering.id}`,
              title: (
                <span id={gathering.id}>
                  {t("app.dayAtHour", {
                    day: capital(longDay(gathering.startLocal, language, gathering.startLocal)),
                    hour: hourOf(gathering.startLocal, language),
                  })}
                </span>
              ),
              sub: <Lines gathering={gathering} past={past} />,
              end: gathering.cancelled ? (
                <Tag kind="lost">{t("gatherings.cancelledTag")}</Tag>
              ) : (
                birthdays && knowOf(gathering.startLocal, birthdays)
              ),
            }))}
          />
        </Section>
      ))}
    </>
  );
}

/** What there is to know of a day, if anything. */
function knowOf(startLocal: string, birthdays: readonly Birthday[]) {
  const words = besideDay(startLocal, birthdays);
  return words.length > 0 && <BesideDay words={words} />;
}

/** When it is for who lives elsewhere, where, what about, and who comes; of one that is off not the last. */
function Lines({ gathering, past }: { gathering: GatheringRow; past: boolean }) {
  const t = useText();
  const { otherZone, place, about, cancelled } = gathering;
  return (
    <>
      {otherZone && (
        <>
          <OtherClock zone={otherZone} />
          <br />
        </>
      )}
      <YourHour when={gathering} />
      <bdi>{place}</bdi>
      {about && (
        <>
          <br />
          <bdi>{about}</bdi>
        </>
      )}
      {!cancelled && (
        <>
          <br />
          {answersIn(gathering, past, t)}
        </>
      )}
    </>
  );
}

function answersIn({ mine, coming }: GatheringRow, past: boolean, t: Say): string {
  const own = past ? t((mine && minePast[mine]) || "gatherings.minePastNone") : ownAnswer(mine, t);
  if (coming === 0) return own;
  return `${own} ${t(past ? "gatherings.pastComing" : "gatherings.coming", { count: coming })}.`;
}

function inParts(gatherings: GatheringRow[], partOf: (local: string) => string): { part: string; rows: GatheringRow[] }[] {
  const parts: { part: string; rows: GatheringRow[] }[] = [];
  for (const gathering of gatherings) {
    const part = partOf(gathering.startLocal);
    if (parts.at(-1)?.part !== part) parts.push({ part, rows: [] });
    parts.at(-1)?.rows.push(gathering);
  }
  return parts;
}
