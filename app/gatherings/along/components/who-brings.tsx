import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";
import { More } from "~/ui/more";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import type { Along } from "../along.server";
import { Said } from "./who-rides";

type Line = Along["bringings"][number];

/** What is brought and by whom, and what is still needed; with what the reader can press. */
export function WhoBrings({ along: { me, bringings, bring, plans }, page }: { along: Along; page: string }) {
  const t = useText();
  if (bringings.length + bring.length === 0 && !plans) return null;
  return (
    <Section id="bring" title={t("along.bringing")}>
      {bringings.length > 0 && (
        <Rows
          rows={bringings.map((line) => ({
            ...{ id: line.id, face: line.member ?? undefined, icon: line.member ? undefined : ("question" as const), title: line.what },
            ...{ sub: <ByWhom line={line} me={me} />, end: (line.mine || line.take.length > 0) && <Presses line={line} page={page} /> },
          }))}
        />
      )}
      {(bring.length > 0 || plans) && (
        <Buttons>
          <LinkButton href={`${page}/bring`} icon="plus">
            {t(plans ? "along.putOn" : "along.bring")}
          </LinkButton>
        </Buttons>
      )}
      {plans && bringings.length > 0 && <Removing lines={bringings} page={page} />}
    </Section>
  );
}

function ByWhom({ line: { member, asked, notedBy }, me }: { line: Line; me: string }) {
  const t = useText();
  if (member) {
    const says = member.id === me ? t("along.bringsYou") : t("along.brings", { name: member.name });
    return <Said says={says} word="" notedBy={notedBy} />;
  }
  const by = asked?.for ? t("app.byFor", { by: asked.by, for: asked.for }) : asked?.by;
  return [t("along.stillNeeded"), by && t("along.askedBy", { name: by })].filter(Boolean).join(", ");
}

function Presses({ line: { id, what, take, mine }, page }: { line: Line; page: string }) {
  const t = useText();
  return (
    <>
      {take.map((one) => (
        <Press key={one.id} to={`${page}/bring/${id}/take${one.me ? "" : `?for=${one.id}`}`} about={what}>
          {one.me ? t("along.bringThis") : t("along.bringThisFor", { name: one.name })}
        </Press>
      ))}
      {mine && (
        <Press to={`${page}/bring/${id}/not`} about={what}>
          {t("along.not")}
        </Press>
      )}
    </>
  );
}

/** For who plans: any line can go. */
function Removing({ lines, page }: { lines: Line[]; page: string }) {
  const t = useText();
  return (
    <More summary={t("along.removeSome")}>
      {lines.map(({ id, what }) => (
        <Press key={id} to={`${page}/bring/${id}/remove`}>
          {t("along.remove", { what })}
        </Press>
      ))}
    </More>
  );
}
