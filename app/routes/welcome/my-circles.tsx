import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { photoAddress } from "~/groups/frame";
import { myGroups } from "~/groups/my-groups.server";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { name: person.name, groups: myGroups(person, asked.context.now), title: sayTo(asked)("welcome.myCircles") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyCircles() {
  const { name, groups } = useLoaderData<typeof loader>();
  const t = useText();
  const make = <LinkButton href="/groups/new">{t("welcome.make")}</LinkButton>;
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={name ? t("welcome.mine", { name }) : t("welcome.mineUnnamed")} />
      {groups.length === 0 ? (
        <Empty title={t("welcome.none")} action={make}>
          {t("welcome.noneLead")}
        </Empty>
      ) : (
        <>
          <Rows
            rows={groups.map((group) => ({
              id: group.groupId,
              face: { name: group.name, hue: group.hue, photo: photoAddress(group.groupId, group.photoId) },
              title: t("app.circleOf", { name: group.name }),
              href: `/g/${group.groupId}`,
            }))}
          />
          <p>{make}</p>
        </>
      )}
      <form method="post" action="/sign-out">
        <Button kind="quiet">{t("welcome.signOut")}</Button>
      </form>
    </PlainPage>
  );
}
