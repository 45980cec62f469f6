import { audienceWords } from "~/groups/audience-words";
import type { EntryKind } from "~/groups/creating-an-entry.server";
import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import type { Audience } from "~/policy/table";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import { kinds } from "../schema";

const icons = { dream: "star", goal: "check", action: "work", support: "support" } as const;

/** For whom something new is, by kind, each a way to change it. */
export function ForWhomNew({ frame, usual }: { frame: Frame; usual: Record<EntryKind, Audience> }) {
  const t = useText();
  const label = audienceWords(frame, t);
  return (
    <Section title={t("steering.new")} id="new">
      <p>{t("steering.newLead")}</p>
      <Rows
        rows={kinds.map((kind) => ({
          id: kind,
          icon: icons[kind],
          title: t(`steering.kind.${kind}`),
          sub: label[usual[kind]],
          href: `/g/${frame.groupId}/settings/new/${kind}`,
        }))}
      />
    </Section>
  );
}
