import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { More } from "~/ui/more";
import { Rows } from "~/ui/rows";
import type { WasHere } from "../who-was-here.server";

/** Who belonged to the circle once: closed, for who looks for them. */
export function CircleBefore({ groupId, people }: { groupId: string; people: WasHere[] }) {
  const t = useText();
  const language = useLanguage();
  if (people.length === 0) return null;
  return (
    <More summary={t("circle.before")} icon="history">
      <Rows
        columns
        rows={people.map(({ id, name, hue, photo, until }) => ({
          id,
          face: { name, hue, photo },
          title: name,
          sub: t("circle.beforeUntil", { day: plainDay(until, language) }),
          href: `/g/${groupId}/people/${id}`,
        }))}
      />
    </More>
  );
}
