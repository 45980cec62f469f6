import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import type { Somebody } from "../who-sees-what.server";

/** Through whose eyes the circle can be looked at: everybody's who is in it, but one's own. */
export function LookThrough({ frame, me, people }: { frame: Frame; me: string; people: Somebody[] }) {
  const t = useText();
  const others = people.filter((one) => one.id !== me);
  return (
    <Section title={t("steering.look")} id="look">
      <p>{others.length > 0 ? t("steering.lookLead") : t("steering.nobody")}</p>
      {others.length > 0 && (
        <Rows
          columns
          rows={others.map(({ id, name, hue, photo }) => ({
            id,
            face: { name, hue, photo },
            title: t("steering.lookAs", { name }),
            href: `/g/${frame.groupId}/as/${id}`,
          }))}
        />
      )}
    </Section>
  );
}
