import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import type { MyFeed } from "../feed/my-feeds.server";

interface MyFeedsProps {
  feeds: MyFeed[];
  groups: { id: string; name: string }[];
  byCard: boolean;
}

/** The links that calendars ask, each to be stopped with one press. */
export function MyFeeds({ feeds, groups, byCard }: MyFeedsProps) {
  const t = useText();
  const language = useLanguage();
  const nameOf = (groupId: string | null) => {
    const name = groups.find(({ id }) => id === groupId)?.name;
    return name === undefined ? t(groupId === null ? "feed.all" : "feed.other") : t("app.circleOf", { name });
  };
  return (
    <Section title={t("feed.mine")} id="mine">
      <Rows
        rows={feeds.map(({ id, groupId, since }) => {
          const title = nameOf(groupId);
          const sub = t("feed.since", { day: plainDay(since, language) });
          return {
            ...{ id, icon: "calendar" as const, title, sub },
            end: !byCard && (
              <Press to={`/me/calendar/${id}/end`} about={`${title}, ${sub}`}>
                {t("feed.end")}
              </Press>
            ),
          };
        })}
      />
    </Section>
  );
}
