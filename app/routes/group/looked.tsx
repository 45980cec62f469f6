import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { capital, listed, longDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { whoLooked } from "~/steering/who-looked.server";
import { Buttons, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead, Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.seeLooks");
  const before = new URL(asked.request.url).searchParams.get("before");
  return { frame: frameOf(viewer), title: sayTo(asked)("steering.looked"), before, ...whoLooked(viewer, before) };
}

export const meta = pageTitle();

/** Who looked at which page, day by day: for the central person alone. */
export default function Looked() {
  const { frame, title, before, days, older } = useLoaderData<typeof loader>();
  const t = useText();
  const language = useLanguage();
  const settings = `/g/${frame.groupId}/settings`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={t("steering.lookedLead")} back={{ href: settings, label: t("steering.name") }} />
      {days.length === 0 && <Empty title={t("steering.lookedNobody")}>{t("steering.lookedKept")}</Empty>}
      {days.map(({ day, people }) => (
        <Section key={day} id={`day-${day}`} title={capital(longDay(day, language, frame.today))}>
          <Rows
            rows={people.map(({ id, name, hue, photo, pages }) => ({
              id,
              face: { name, hue, photo },
              title: name,
              sub: listed(
                pages.map((page) => t(`steering.lookedAt.${page}`)),
                language,
              ),
            }))}
          />
        </Section>
      ))}
      {days.length > 0 && !older && <p className="soft">{t("steering.lookedKept")}</p>}
      <Buttons>
        {before && <LinkButton href={`${settings}/looked`}>{t("steering.lookedNewest")}</LinkButton>}
        {older && <LinkButton href={`${settings}/looked?before=${older}`}>{t("steering.lookedOlder")}</LinkButton>}
      </Buttons>
    </GroupPage>
  );
}
