import { plainDay, yearlyDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Face } from "~/ui/face";
import { type Row, Rows } from "~/ui/rows";
import type { Frame } from "../frame";
import type { memberNow } from "../member.server";
import { ringHints, ringNames, roleInWords } from "../words";

interface MemberFactsProps {
  frame: Frame;
  person: ReturnType<typeof memberNow>["person"];
  /** How to reach them may be shown. */
  reach: boolean;
}

/** Who somebody is in the circle: a face, and a few lines. */
export function MemberFacts({ frame, person, reach }: MemberFactsProps) {
  const t = useText();
  const language = useLanguage();
  const rows: Row[] = [
    { id: "role", icon: "person", title: roleInWords(t, frame, person), sub: t("circle.since", { day: plainDay(person.since, language) }) },
  ];
  if (person.ring) rows.push({ id: "ring", icon: "kring", title: t(ringNames[person.ring]), sub: ringHints(frame, t)[person.ring] });
  if (person.birthday)
    rows.push({ id: "birthday", icon: "joy", title: t("circle.birthdayOn", { day: yearlyDay(person.birthday, language) }) });
  if (person.assists)
    rows.push({ id: "assists", icon: "key", title: frame.own ? t("circle.assistsOwn") : t("circle.assists", { name: frame.name }) });
  if (reach && person.mail)
    rows.push({ id: "mail", icon: "mail", title: person.mail, href: `mailto:${encodeURIComponent(person.mail).replace("%40", "@")}` });
  if (reach && !person.mail) rows.push({ id: "mail", icon: "mail", title: t("circle.mailNone") });
  rows.push({ id: "support", icon: "support", title: t("circle.support"), href: `/g/${frame.groupId}/support` });
  return (
    <>
      <Face name={person.name} hue={person.hue} photo={person.photo} size="xl" />
      <Rows rows={rows} />
    </>
  );
}
