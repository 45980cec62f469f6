import { useLanguage, useText } from "~/i18n/use-text";
import type { Ring } from "~/policy/table";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import { Tag } from "~/ui/tag";
import type { CirclePerson } from "../circle.server";
import type { Frame } from "../frame";
import { ringNames, roleInWords } from "../words";

interface CircleListProps {
  frame: Frame;
  rings: { ring: Ring; people: CirclePerson[] }[];
}

/** The circle in words: everybody, ring by ring, each with who they are and where to read more. */
export function CircleList({ frame, rings }: CircleListProps) {
  const t = useText();
  const language = useLanguage();
  const assists = frame.own ? t("circle.assistsOwn") : t("circle.assists", { name: frame.name });
  const about = (person: CirclePerson) => {
    const role = person.role === "member" ? null : roleInWords(t, frame, person);
    const same = role?.localeCompare(person.relation, language, { sensitivity: "base" }) === 0;
    return [!same && person.relation, role, person.assists && assists].filter(Boolean).join(" · ");
  };
  return (
    <Section title={t("circle.list")} id="list">
      <div className="rings">
        {rings
          .filter(({ people }) => people.length > 0)
          .map(({ ring, people }) => (
            <section key={ring} id={ring} aria-labelledby={`${ring}-title`}>
              <h3 id={`${ring}-title`}>{t(ringNames[ring])}</h3>
              <Rows
                columns
                rows={[...people]
                  .sort((one, other) => one.name.localeCompare(other.name, language))
                  .map((person) => ({
                    id: person.id,
                    face: { name: person.name, hue: person.hue, photo: person.photo },
                    title: person.name,
                    sub: about(person) || undefined,
                    href: `/g/${frame.groupId}/people/${person.id}`,
                    end: person.unreached ? (
                      <Tag icon="warning">{t("circle.unreachedTag")}</Tag>
                    ) : person.you ? (
                      <Tag kind="press">{t("app.you")}</Tag>
                    ) : person.asked ? (
                      <Tag icon="mail">{t("circle.asked")}</Tag>
                    ) : undefined,
                  }))}
              />
            </section>
          ))}
      </div>
    </Section>
  );
}
