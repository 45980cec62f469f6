import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import type { Wish } from "../wishes.server";

/** Who would like to belong to the circle, for who decides. */
export function Wishes({ groupId, wishes }: { groupId: string; wishes: Wish[] }) {
  const t = useText();
  if (wishes.length === 0) return null;
  return (
    <Section title={t("joining.wish")} id="wishes">
      <Rows
        rows={wishes.map(({ id, name, relation }) => ({
          ...{
            id,
            icon: "person-plus" as const,
            title: name,
            sub: relation && <bdi>{relation}</bdi>,
            href: `/g/${groupId}/circle/wishes/${id}`,
          },
        }))}
      />
    </Section>
  );
}
