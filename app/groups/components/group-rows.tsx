import { longDay, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Rows } from "~/ui/rows";
import type { MyGroup } from "../my-groups.server";

/** The circles I am in, each with its face and when it next meets. @param today the day it is, to leave out this year */
export function GroupRows({ groups, today }: { groups: MyGroup[]; today: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Rows
      rows={groups.map(({ id, name, hue, photo, role, nextLocal, closedOn }) => ({
        id,
        face: { name, hue, photo },
        title: role === "central" ? t("welcome.own") : t("app.circleOf", { name }),
        sub: closedOn
          ? t("closing.row", { day: plainDay(closedOn, language) })
          : nextLocal
            ? t("welcome.next", { day: longDay(nextLocal, language, today) })
            : t("welcome.noNext"),
        href: `/g/${id}`,
      }))}
    />
  );
}
