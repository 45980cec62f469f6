import type { Frame } from "~/groups/frame";
import { longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Rows } from "~/ui/rows";
import type { OpenPoll } from "../open-polls.server";

/** The dates that are sought now, each a line that leads to it: to be answered still, or answered already. */
export function OpenPolls({ frame: { groupId, today }, polls }: { frame: Frame; polls: OpenPoll[] }) {
  const t = useText();
  const language = useLanguage();
  if (polls.length === 0) return null;
  return (
    <Rows
      rows={polls.map(({ id, place, about, asks, answered, moments, first, last }) => {
        const days = { count: moments, first: longDay(first, language, today), last: longDay(last, language, today) };
        return {
          ...{ id, icon: "question", href: `/g/${groupId}/gatherings/dates/${id}` },
          title: t(asks ? "polls.open" : "polls.openAnswered"),
          sub: (
            <>
              <bdi>{about || place}</bdi>
              <br />
              {t("polls.openMoments", days)} {answered && t("polls.openMine")}
            </>
          ),
        };
      })}
    />
  );
}
