import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useText } from "~/i18n/use-text";
import { config } from "~/platform/config.server";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead, Section } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { cast } from "../../../test/cast";

export async function loader({ context }: LoaderFunctionArgs) {
  const { jan, mia, fatima, els } = cast;
  return {
    signedIn: context.person !== null,
    personas: config().demo ? [jan, mia, fatima, els].map(({ name, role }) => ({ name, role })) : [],
  };
}

export const meta: MetaFunction = () => [{ title: "Kring" }];

export default function Welcome() {
  const { signedIn, personas } = useLoaderData<typeof loader>();
  const t = useText();
  const next = <input type="hidden" name="next" value="/" />;
  const languages = (
    <form method="post" action="/language" className="buttons" lang="mul" aria-label={t("app.language")}>
      {next}
      <Button kind="quiet" name="language" value="nl" lang="nl">
        {t("app.inDutch")}
      </Button>
      <Button kind="quiet" name="language" value="en" lang="en">
        {t("app.inEnglish")}
      </Button>
    </form>
  );
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")} foot={languages}>
      <PageHead title={t("welcome.title")} lead={t("welcome.lead")} />
      <Buttons>
        <LinkButton kind="main" href={signedIn ? "/me" : "/sign-in"}>
          {signedIn ? t("welcome.myCircles") : t("welcome.signIn")}
        </LinkButton>
        <LinkButton href="/groups/new">{t("welcome.make")}</LinkButton>
      </Buttons>
      {personas.length > 0 && (
        <Section title={t("welcome.demo")} id="demo">
          <p>{t("welcome.demoLead")}</p>
          <form method="post" action="/demo" className="buttons">
            {personas.map(({ name, role }) => (
              <Button key={name} kind="quiet" name="persona" value={name.toLowerCase()}>
                {t(`welcome.as_${role}`, { name })}
              </Button>
            ))}
          </form>
        </Section>
      )}
    </PlainPage>
  );
}
