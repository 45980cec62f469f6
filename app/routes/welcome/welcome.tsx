import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: context.person !== null };
}

export const meta: MetaFunction = () => [{ title: "Kring" }];

export default function Welcome() {
  const { signedIn } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={t("welcome.title")} lead={t("welcome.lead")} />
      <Buttons>
        <LinkButton kind="main" href={signedIn ? "/me" : "/sign-in"}>
          {signedIn ? t("welcome.myCircles") : t("welcome.signIn")}
        </LinkButton>
        <LinkButton href="/groups/new">{t("welcome.make")}</LinkButton>
      </Buttons>
    </PlainPage>
  );
}
