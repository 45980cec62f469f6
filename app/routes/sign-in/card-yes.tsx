import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { beginSession } from "~/accounts/beginning-a-session.server";
import { NotMine } from "~/accounts/components/not-mine";
import { pressedForm } from "~/accounts/schema";
import { cardInHand, letGoOfCard } from "~/cards/card-cookie.server";
import { cardHeld, signInWithCard } from "~/cards/signing-in-with-a-card.server";
import { KringForm } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { countTry } from "~/platform/limits.server";
import { Button, LinkButton } from "~/ui/button";
import { Face } from "~/ui/face";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";

/** One question, one big yes. */
export async function loader(asked: LoaderFunctionArgs) {
  const { now, person } = asked.context;
  const token = cardInHand(asked.request);
  const found = token && cardHeld(token, now);
  if (!found) throw redirect("/kaart");
  const { name, hue, hasPhoto } = found;
  return {
    person: { name, hue, photo: hasPhoto ? "/kaart/face" : null },
    here: person ? person.name || (person.mail ?? "") : null,
    title: sayTo(asked)("card.who", { name }),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { context } = asked;
  const answer = await submit(
    asked.request,
    pressedForm,
    async ({ borrowed }) => {
      await countTry("cardTry", context.address);
      const { accountId, cardId, groupId } = await signInWithCard(cardInHand(asked.request) ?? "", context.now);
      await beginSession(asked, accountId, { cardId, borrowed });
      context.setCookie(letGoOfCard());
      return `/g/${groupId}`;
    },
    null,
  );
  // A card that has become void meanwhile has no page to come back to.
  return answer instanceof Response || cardHeld(cardInHand(asked.request) ?? "", context.now) ? answer : redirect("/kaart?over");
}

export const meta = pageTitle();

export default function CardYes() {
  const { person, here, title } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <Face {...person} size="xl" />
      <PageHead title={title} />
      {here && <Notice kind="info">{t("card.other", { name: here })}</Notice>}
      <KringForm returned={returned}>
        <Button icon="check" wide>
          {t("card.yes", { name: person.name })}
        </Button>
        <NotMine />
      </KringForm>
      <p>
        <LinkButton href="/kaart">{t("card.no")}</LinkButton>
      </p>
    </PlainPage>
  );
}
