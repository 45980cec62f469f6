import { listed, longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import type { GatheringShown } from "../gathering.server";
import type { WhoComes as Comes } from "../who-comes.server";
import { AskOnceMore } from "./ask-once-more";
import { WhoComes } from "./who-comes";

interface WhoSectionProps {
  gathering: GatheringShown;
  comes: Comes;
  /** Address of the gathering. */
  page: string;
  today: string;
}

/** Who comes; for who plans, first who has not answered when the day to let it know is near or over, and always how to ask them once more. */
export function WhoSection({ gathering, comes, page, today }: WhoSectionProps) {
  const t = useText();
  const language = useLanguage();
  const { can, letKnow, state } = gathering;
  const past = state !== "coming";
  const names = comes.people.filter(({ id, answer }) => answer === null && id !== comes.me).map(({ name }) => name);
  const due = can.change && letKnow?.near && names.length > 0 ? letKnow : null;
  const ask = <AskOnceMore gathering={gathering} page={page} silent={comes.silent} today={today} />;
  return (
    <Section id="who" title={past ? t("gatherings.whoCame") : t("gatherings.whoComes")}>
      {due && (
        <Notice kind="info" title={t("gatherings.namesSilent", { count: names.length, names: listed(names, language) })}>
          <p>{t(due.past ? "gatherings.letKnowOver" : "gatherings.letKnowNear", { day: longDay(due.day, language, today) })}</p>
          {ask}
        </Notice>
      )}
      <WhoComes comes={comes} page={page} past={past} />
      {!due && ask}
    </Section>
  );
}
