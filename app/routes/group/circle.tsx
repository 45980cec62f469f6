import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { circleNow } from "~/groups/circle.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { rings } from "~/policy/table";
import { Empty } from "~/ui/empty";
import { PageHead, Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  return { frame: frameOf(viewer), title: sayTo(asked)("app.circleOf", { name: viewer.central.name }), people: circleNow(viewer) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Circle() {
  const { frame, people } = useLoaderData<typeof loader>();
  const t = useText();
  const parts = rings
    .map((ring) => ({ ring, inIt: people.filter((person) => person.ring === ring) }))
    .filter((part) => part.inIt.length > 0);
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={frame.own ? t("circle.titleOwn", { name: frame.name }) : t("app.circleOf", { name: frame.name })} />
      {parts.length === 0 && <Empty title={t("circle.none")}>{t("circle.noneLead")}</Empty>}
      {parts.map(({ ring, inIt }) => (
        <Section key={ring} id={ring} title={t(`circle.${ring}`)}>
          <Rows
            columns
            rows={inIt.map(({ id, name, hue, photo, relation }) => ({ id, face: { name, hue, photo }, title: name, sub: relation }))}
          />
        </Section>
      ))}
    </GroupPage>
  );
}
