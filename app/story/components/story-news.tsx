import type { Frame } from "~/groups/frame";
import { daysAway, longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { daysBetween } from "~/platform/wall-clock";
import { Section } from "~/ui/headings";
import { News } from "~/ui/news";
import type { StoryNewsFor } from "../news.server";
import { sentence } from "../sentence";

/** What is new since the reader was last here; nothing at all when nothing is. */
export function StoryNews({ frame, news }: { frame: Frame; news: StoryNewsFor }) {
  const t = useText();
  const language = useLanguage();
  const items = news.lines.flatMap((line) => {
    const said = sentence(line, news.me, language, t);
    if (!said) return [];
    const when = `${daysAway(daysBetween(frame.today, line.on), language)}, ${longDay(line.on, language, frame.today)}`;
    return [{ id: line.id, face: line.face, joy: said.joy, children: said.joy ? <strong>{said.text}</strong> : said.text, when }];
  });
  if (items.length === 0) return null;
  const title = news.since ? t("story.newsSince", { day: longDay(news.since, language, frame.today) }) : t("story.news");
  return (
    <Section id="news" title={title} action={{ href: `/g/${frame.groupId}/story`, label: t("story.whole") }}>
      <News items={items} />
    </Section>
  );
}
