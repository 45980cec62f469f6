import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Press } from "~/ui/press";
import type { Frame } from "../frame";
import type { memberNow } from "../member.server";

type Found = ReturnType<typeof memberNow>;

interface MemberActionsProps extends Pick<Found, "can"> {
  frame: Frame;
  person: Found["person"];
}

/** What can be done with somebody's place in the circle, for whoever may. */
export function MemberActions({ frame, person, can }: MemberActionsProps) {
  const t = useText();
  const page = `/g/${frame.groupId}/people/${person.id}`;
  const { name } = person;
  return (
    <>
      {can.change && (
        <LinkButton icon="pencil" href={`${page}/edit`}>
          {t("app.change")}
        </LinkButton>
      )}
      {can.change && (
        <LinkButton icon="camera" href={`${page}/photo`}>
          {t("circle.photo")}
        </LinkButton>
      )}
      {can.mails && (
        <LinkButton icon="mail" href={`${page}/mails`}>
          {t("reminder.link")}
        </LinkButton>
      )}
      {can.birthday && (
        <LinkButton icon="joy" href={`${page}/birthday`}>
          {t("circle.birthday")}
        </LinkButton>
      )}
      {can.clock && (
        <LinkButton icon="clock" href={`${page}/clock`}>
          {t("clock.link")}
        </LinkButton>
      )}
      {can.place && (
        <LinkButton icon="kring" href={`${page}/place`}>
          {t("circle.place")}
        </LinkButton>
      )}
      {can.nameHelper && (
        <LinkButton icon="key" href={`/g/${frame.groupId}/settings/helper?member=${person.id}`}>
          {t("steering.letHelp", { name })}
        </LinkButton>
      )}
      {can.card && (
        <LinkButton icon="key" href={`${page}/card`}>
          {t("card.link")}
        </LinkButton>
      )}
      {can.endHelp && <Press to={`${page}/helper/stop`}>{person.you ? t("steering.endHelpYou") : t("steering.endHelp")}</Press>}
      {can.takeBack && (
        <LinkButton icon="undo" href={`${page}/back`}>
          {t("circle.back", { name })}
        </LinkButton>
      )}
    </>
  );
}
