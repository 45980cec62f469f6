import { listed, longDay, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Table } from "~/ui/table";
import type { GroupFromOutside } from "../groups.server";

/** The groups of an organisation, from outside. Only who is a group's starter now can go in. @param today ISO day */
export function GroupsTable({ groups, today }: { groups: GroupFromOutside[]; today: string }) {
  const t = useText();
  const language = useLanguage();
  const start = ({ starters, handedOverOn }: GroupFromOutside) => {
    if (starters.length > 0) return t("organisation.startedBy", { names: listed(starters, language) });
    if (handedOverOn) return t("organisation.handedOverOn", { day: plainDay(handedOverOn, language) });
    return t("organisation.noStarter");
  };
  const columns = {
    group: t("organisation.circle"),
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
      rows={groups.map((group) => {
        const called = t("app.circleOf", { name: group.name });
        const phase = t(`organisation.phase.${group.phase ?? "other"}`);
        return {
          id: group.id,
          cells: {
            group: group.mine ? <a href={`/g/${group.id}`}>{called}</a> : <bdi>{called}</bdi>,
            phase: group.phaseSince ? t("organisation.since", { phase, day: plainDay(group.phaseSince, language) }) : phase,
            facilitators: group.facilitators.length > 0 ? listed(group.facilitators, language) : t("organisation.noFacilitator"),
            people: group.people,
            next: group.nextOn ? longDay(group.nextOn, language, today) : t("organisation.noNext"),
            starter: group.mine ? (
              <>
                {start(group)}. <a href={`/g/${group.id}/handover`}>{t("organisation.handover")}</a>
              </>
            ) : (
              start(group)
            ),
          },
        };
      })}
    />
  );
}
