import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { press } from "~/forms/pressing.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { sayNo } from "~/joining/saying-no.server";
import { wishNow } from "~/joining/wishes.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "member.welcome");
  const wish = wishNow(viewer, asked.params.wishId ?? "");
  return { frame: frameOf(viewer), title: sayTo(asked)("joining.title", { who: wish.name }), wish };
}

/** No: the one press of this page. Yes leads on to where somebody is put in the circle. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return press(() => sayNo(viewer, asked.params.wishId ?? ""));
}

export const meta = pageTitle();

export default function WishPage() {
  const { frame, title, wish } = useLoaderData<typeof loader>();
  const t = useText();
  const language = useLanguage();
  const { name: who, relation, mail, word, by, on } = wish;
  const circle = `/g/${frame.groupId}/circle`;
  const day = plainDay(on, language);
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead title={title} lead={relation && <bdi>{relation}</bdi>} back={{ href: circle, label: t("app.circle") }} />
      <p>{by ? t("joining.proposed", { by, who, day }) : t("joining.asked", { who, day })}</p>
      {word && (
        <blockquote>
          <p>
            <bdi>{word}</bdi>
          </p>
        </blockquote>
      )}
      {mail && <p className="soft">{mail}</p>}
      <p>{t("joining.unknown", { who })}</p>
      <Buttons>
        <LinkButton kind="main" icon="person-plus" href={`${circle}/add?wish=${wish.id}`}>
          {t("joining.yes", { who })}
        </LinkButton>
        <LinkButton href={circle}>{t("joining.later")}</LinkButton>
      </Buttons>
      <form method="post" className="stack">
        <Button kind="lost">{t("joining.no")}</Button>
        <p className="soft">{t("joining.noTold", { who })}</p>
      </form>
    </GroupPage>
  );
}
