import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { changeMyName, nameForm } from "~/accounts/changing-my-name.server";
import { MyName } from "~/accounts/components/my-name";
import { submit } from "~/forms/submitting.server";
import { GroupRows } from "~/groups/components/group-rows";
import { WaitingInvitations } from "~/groups/components/waiting-invitations";
import { invitationsFor } from "~/groups/invitations.server";
import { myGroups } from "~/groups/my-groups.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { organisationsOf } from "~/organisation/my-organisations.server";
import { dayOf } from "~/platform/wall-clock";
import { Button, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead, Section } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  const { now } = asked.context;
  return {
    name: person.name,
    groups: myGroups(person, now),
    waiting: invitationsFor(person, now),
    organisations: organisationsOf(person),
    today: dayOf(now, "UTC"),
    title: sayTo(asked)("welcome.myCircles"),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const person = signedIn(asked);
  return submit(asked.request, nameForm, (form, formKey) => changeMyName(person, form, formKey));
}

export const meta = pageTitle();

export default function MyCircles() {
  const { name, groups, waiting, organisations, today } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  const make = <LinkButton href="/groups/new">{t("welcome.make")}</LinkButton>;
  const own = <MyName name={name} returned={returned} />;
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={name ? t("welcome.mine", { name }) : t("welcome.mineUnnamed")} />
      {!name && own}
      {waiting.length > 0 && <WaitingInvitations waiting={waiting} />}
      {groups.length > 0 && <GroupRows groups={groups} today={today} />}
      {groups.length > 0 && <p>{make}</p>}
      {groups.length === 0 && waiting.length === 0 && (
        <Empty title={t("welcome.none")} action={make}>
          {t("welcome.noneLead")}
        </Empty>
      )}
      {organisations.length > 0 && (
        <Section title={t("welcome.organisations")} id="organisations">
          <Rows rows={organisations.map(({ id, name }) => ({ id, icon: "person", title: name, href: `/o/${id}` }))} />
        </Section>
      )}
      {name && own}
      {groups.length > 0 && (
        <p>
          <a href="/me/calendar" className="link">
            {t("feed.link")}
          </a>
        </p>
      )}
      <p>
        <a href="/me/devices" className="link">
          {t("device.link")}
        </a>
      </p>
      <p>
        <a href="/me/passkeys" className="link">
          {t("passkey.link")}
        </a>
      </p>
      <p>
        <a href="/me/take-along" className="link">
          {t("takeAlong.link")}
        </a>
      </p>
      <form method="post" action="/sign-out">
        <Button kind="quiet">{t("welcome.signOut")}</Button>
      </form>
    </PlainPage>
  );
}
