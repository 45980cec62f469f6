import type { Frame } from "~/groups/frame";
import { monthOf } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { Undated } from "../undated.server";

/** That it is time to seek a day, of each rhythm for which it is; and one press to do so. */
export function DaysDue({ frame: { groupId }, due }: { frame: Frame; due: Undated[] }) {
  const t = useText();
  const language = useLanguage();
  return due.map(({ id, place, about, next }) => (
    <div key={id} className="stack">
      <Notice kind="info" title={t("undated.due")}>
        {next.kind === "turn" && (
          <p>
            {t("undated.around", { month: monthOf(next.around, language) })} <bdi>{about || place}</bdi>
          </p>
        )}
      </Notice>
      <Buttons>
        <LinkButton href={`/g/${groupId}/gatherings/dates/new?series=${id}`} icon="question">
          {t("undated.seek")}
        </LinkButton>
      </Buttons>
    </div>
  ));
}
