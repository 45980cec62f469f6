import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { whomToAsk } from "~/groups/whom-to-ask.server";
import { listed } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead, Section } from "~/ui/headings";
import { More } from "~/ui/more";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  return { frame: frameOf(viewer), title: sayTo(asked)("organisation.help"), people: whomToAsk(viewer) };
}

export const meta = pageTitle();

export default function Help() {
  const { frame, people } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useText();
  const others = people.filter((one) => !one.you);
  const facilitators = others.filter((one) => one.role === "facilitator");
  const names = (facilitators.length > 0 ? facilitators : others).map((one) => one.name);
  const asked = names.length > 0 ? t("organisation.helpAsk", { names: listed(names, language) }) : null;
  return (
    <GroupPage frame={frame} at={null}>
      <PageHead title={asked ?? t("organisation.help")} />
      {people.length === 0 && (
        <Empty title={t("organisation.helpNobody")}>
          {frame.own ? t("organisation.helpNobodyLeadOwn") : t("organisation.helpNobodyLead", { name: frame.name })}
        </Empty>
      )}
      {people.length > 0 && (
        <Rows
          rows={people.map(({ id, name, hue, photo, role, mail, you }) => ({
            id,
            face: { name, hue, photo },
            title: name,
            sub: you ? t("organisation.helpIsYou") : t(role === "starter" ? "organisation.helpStarts" : "organisation.helpFacilitates"),
            end: mail && !you && (
              <LinkButton href={`mailto:${mail}`} icon="mail">
                {t("organisation.helpMail", { name })}
              </LinkButton>
            ),
          }))}
        />
      )}
      <Section title={t("organisation.helpMore")} id="more">
        <More summary={t("organisation.helpWhoSees")}>
          <p>{frame.own ? t("organisation.helpWhoSeesLeadOwn") : t("organisation.helpWhoSeesLead", { name: frame.name })}</p>
        </More>
        <p>
          <a className="link" href="/promises">
            {t("promise.link")}
          </a>
        </p>
        <More summary={t("organisation.helpSignIn")}>
          <p>{t("organisation.helpSignInLead")}</p>
        </More>
        <More summary={t("organisation.helpWrong")}>
          <p>{t("organisation.helpWrongLead")}</p>
        </More>
      </Section>
      <p>
        <LinkButton href="/me">{t("organisation.helpOut")}</LinkButton>
      </p>
    </GroupPage>
  );
}
