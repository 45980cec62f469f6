import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LanguageSwitch } from "~/accounts/components/language-switch";
import { cast, staff } from "~/demo/cast";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { config } from "~/platform/config.server";
import { Buttons, LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";
import { Icon, type IconName } from "~/ui/icon";
import { Persona } from "~/ui/persona";
import { PlainPage } from "~/ui/plain-page";
import { WelcomeRings } from "~/ui/welcome-rings";

export async function loader({ context }: LoaderFunctionArgs) {
  const { jan, mia, fatima, els } = cast;
  const demo = config().demo && context.here;
  return {
    signedIn: context.person !== null,
    personas: demo ? [jan, mia, fatima, els].map(({ name, role, hue }) => ({ name, role, hue })) : [],
    staff: demo ? staff : null,
  };
}

export const meta = pageTitle("welcome.title");

/** What Kring is, in one picture and three sentences; and the ways in. */
export default function Welcome() {
  const { signedIn, personas, staff } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")} foot={<WelcomeFoot />} wide>
      <div className="welcome">
        <div className="welcome-words">
          <h1>{t("welcome.title")}</h1>
          <p className="lead">{t("welcome.lead")}</p>
          <Buttons>
            <LinkButton kind="main" href={signedIn ? "/me" : "/sign-in"}>
              {signedIn ? t("welcome.myCircles") : t("welcome.signIn")}
            </LinkButton>
            <LinkButton href="/groups/new">{t("welcome.make")}</LinkButton>
          </Buttons>
        </div>
        <WelcomeRings />
      </div>
      {staff && (
        <Section title={t("welcome.demo")} id="demo">
          <p>{t("welcome.demoLead")}</p>
          <div className="personas">
            {personas.map(({ name, role, hue }) => (
              <Persona key={name} persona={name.toLowerCase()} name={name} hue={hue} does={t("welcome.demoLook")}>
                {t(`welcome.as_${role}`)}
              </Persona>
            ))}
            <Persona persona="sofie" name={staff.name} hue={9} does={t("welcome.demoLook")}>
              {t("welcome.as_staff", { name: staff.organisation })}
            </Persona>
          </div>
        </Section>
      )}
      <Section title={t("welcome.points")} id="points">
        <div className="personas">
          <Point icon="kring" title={t("welcome.pointPeople")} lead={t("welcome.pointPeopleLead")} />
          <Point icon="calendar" title={t("welcome.pointMeet")} lead={t("welcome.pointMeetLead")} />
          <Point icon="star" title={t("welcome.pointPlan")} lead={t("welcome.pointPlanLead")} />
        </div>
      </Section>
    </PlainPage>
  );
}

function WelcomeFoot() {
  const t = useText();
  return (
    <>
      <LanguageSwitch next="/" />
      <a href="/promises">{t("promise.link")}</a>
    </>
  );
}

function Point({ icon, title, lead }: { icon: IconName; title: string; lead: string }) {
  return (
    <div className="point">
      <span className="row-icon">
        <Icon name={icon} />
      </span>
      <h3>{title}</h3>
      <p className="soft">{lead}</p>
    </div>
  );
}
