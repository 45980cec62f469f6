import { listed, longDay, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Table } from "~/ui/table";
import type { CircleFromOutside } from "../circles.server";

/** The circles of an organisation, from outside. Only who is a circle's starter now can go in. @param today ISO day */
export function CirclesTable({ circles, today }: { circles: CircleFromOutside[]; today: string }) {
  const t = useText();
  const language = useLanguage();
  const start = ({ starters, handedOverOn }: CircleFromOutside) => {
    if (starters.length > 0) return t("organisation.startedBy", { names: listed(starters, language) });
    if (handedOverOn) return t("organisation.handedOverOn", { day: plainDay(handedOverOn, language) });
    return t("organisation.noStarter");
  };
  const columns = {
    circle: t("organisation.circle"),
    phase: t("organisation.phaseNow"),
    facilitators: t("organisation.facilitators"),
    people: t("organisation.people"),
    next: t("organisation.next"),
    starter: t("organisation.starter"),
  };
  return (
    <Table
      caption={t("organisation.groups")}
      captionUnseen
      columns={Object.entries(columns).map(([key, label]) => ({ key, label }))}
      rows={circles.map((circle) => {
        const called = t("app.circleOf", { name: circle.name });
        const phase = t(`organisation.phase.${circle.phase ?? "other"}`);
        return {
          id: circle.id,
          cells: {
            circle: circle.mine ? <a href={`/g/${circle.id}`}>{called}</a> : <bdi>{called}</bdi>,
            phase: circle.phaseSince ? t("organisation.since", { phase, day: plainDay(circle.phaseSince, language) }) : phase,
            facilitators: circle.facilitators.length > 0 ? listed(circle.facilitators, language) : t("organisation.noFacilitator"),
            people: circle.people,
            next: circle.nextOn ? longDay(circle.nextOn, language, today) : t("organisation.noNext"),
            starter: circle.mine ? (
              <>
                {start(circle)}. <a href={`/g/${circle.id}/handover`}>{t("organisation.handover")}</a>
              </>
            ) : (
              start(circle)
            ),
          },
        };
      })}
    />
  );
}
