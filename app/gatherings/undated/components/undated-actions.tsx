import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Press } from "~/ui/press";
import type { Undated } from "../undated.server";

interface UndatedActionsProps {
  /** Where the gatherings of its circle are. */
  gatherings: string;
  series: Undated;
  /** May plan for it. */
  can: boolean;
}

/** To what is next, for everybody; to seek or plan it, leave it for now, or change the rhythm, for who plans. */
export function UndatedActions({ gatherings, series: { id, next }, can }: UndatedActionsProps) {
  const t = useText();
  const free = can && (next.kind === "turn" || next.kind === "paused");
  const due = next.kind === "turn" && next.due;
  return (
    <>
      <Buttons>
        {next.kind === "coming" && <LinkButton href={`${gatherings}/${next.gatheringId}`}>{t("undated.seeComing")}</LinkButton>}
        {next.kind === "sought" && <LinkButton href={`${gatherings}/dates/${next.pollId}`}>{t("undated.seeSought")}</LinkButton>}
        {free && (
          <>
            <LinkButton href={`${gatherings}/dates/new?series=${id}`} kind={due ? "main" : "quiet"} icon="question">
              {t("undated.seek")}
            </LinkButton>
            <LinkButton href={`${gatherings}/new?series=${id}`} icon="calendar-plus">
              {t("undated.planByHand")}
            </LinkButton>
          </>
        )}
      </Buttons>
      {can && due && (
        <>
          <Press to={`${gatherings}/series/${id}/not-now`}>{t("undated.notNow")}</Press>
          <p className="soft">{t("undated.notNowLead")}</p>
        </>
      )}
      {can && (
        <p>
          <LinkButton href={`${gatherings}/series/${id}/change`} icon="pencil">
            {t("undated.change")}
          </LinkButton>
        </p>
      )}
    </>
  );
}
