import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import type { Somebody } from "../who-sees-what.server";

interface HelpersProps {
  frame: Frame;
  me: string;
  people: Somebody[];
  can: { name: boolean; end: string[] };
}

/** Who acts for the central person, each with the one press that ends it. */
export function Helpers({ frame, me, people, can }: HelpersProps) {
  const t = useText();
  const { groupId, name, own } = frame;
  const helpers = people.filter((one) => one.assists);
  return (
    <Section title={own ? t("steering.helpers") : t("steering.helpersFor", { name })} id="helpers">
      {helpers.length === 0 && <p>{own ? t("steering.helpersNone") : t("steering.helpersNoneFor", { name })}</p>}
      <Rows
        rows={helpers.map((one) => ({
          id: one.id,
          face: { name: one.name, hue: one.hue, photo: one.photo },
          title: one.name,
          sub: one.id === me ? t("steering.helperIsYou") : undefined,
          end: can.end.includes(one.id) && (
            <Press to={`/g/${groupId}/people/${one.id}/helper/stop`} about={one.id === me ? undefined : one.name}>
              {one.id === me ? t("steering.endHelpYou") : t("steering.endHelp")}
            </Press>
          ),
        }))}
      />
      {can.name && (
        <p>
          <LinkButton icon="key" href={`/g/${groupId}/settings/helper`}>
            {t("steering.helperPick")}
          </LinkButton>
        </p>
      )}
    </Section>
  );
}
