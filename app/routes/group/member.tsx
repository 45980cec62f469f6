import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking } from "~/accounts/asking.server";
import { AskingIn } from "~/groups/components/asking-in";
import { GroupPage } from "~/groups/components/group-page";
import { MemberActions } from "~/groups/components/member-actions";
import { MemberFacts } from "~/groups/components/member-facts";
import { frameOf } from "~/groups/frame";
import { memberNow } from "~/groups/member.server";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "circle");
  const found = memberNow(viewer, asked.params.memberId ?? "");
  return { frame: frameOf(viewer), title: found.person.name, ...found };
}

export const meta = pageTitle();

export default function Person() {
  const { frame, person, can } = useLoaderData<typeof loader>();
  const t = useText();
  const language = useLanguage();
  const page = `/g/${frame.groupId}/people/${person.id}`;
  const acts =
    can.change || can.birthday || can.clock || can.mails || can.place || can.nameHelper || can.endHelp || can.card || can.takeBack;
  const ends = can.leave ? { to: "leave", words: t("circle.leave") } : can.letGo ? { to: "let-go", words: t("circle.letGo") } : null;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={person.name}
        lead={person.relation ? <bdi>{person.relation}</bdi> : undefined}
        back={{ href: `/g/${frame.groupId}/circle`, label: t("app.circle") }}
        actions={acts && <MemberActions frame={frame} person={person} can={can} />}
      />
      {person.until && <Notice kind="info">{t("circle.wasUntil", { name: person.name, day: plainDay(person.until, language) })}</Notice>}
      {person.unreached && (
        <Notice kind="lost">{person.you ? t("circle.unreachedYou") : t("circle.unreached", { name: person.name })}</Notice>
      )}
      <MemberFacts frame={frame} person={person} reach={can.reach} />
      {person.asking && !person.you && (
        <AskingIn
          page={page}
          name={person.name}
          hasMail={person.mail !== null}
          asking={person.asking}
          mailFailed={person.mailFailed}
          can={can}
        />
      )}
      {ends && (
        <p>
          <LinkButton href={`${page}/${ends.to}`}>{ends.words}</LinkButton>
        </p>
      )}
    </GroupPage>
  );
}
