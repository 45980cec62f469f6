import { audienceWords } from "~/groups/audience-words";
import type { Frame } from "~/groups/frame";
import { capital } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Section } from "~/ui/headings";
import { Rows } from "~/ui/rows";
import { namesOf } from "../names";
import type { WhoSeesWhat } from "../who-sees-what.server";

interface WhoSeesProps extends Pick<WhoSeesWhat, "people" | "sees" | "organisation"> {
  frame: Frame;
  me: string;
}

/** For each audience, who belongs to it today. */
export function WhoSees({ frame, me, people, sees, organisation }: WhoSeesProps) {
  const t = useText();
  const language = useLanguage();
  const label = audienceWords(frame, t);
  const sentence = (who: string[]) => {
    const names = namesOf(who, people, me, language, t);
    return who.length === 1 ? t("steering.seesOne", { names }) : capital(t("steering.seesMany", { names }));
  };
  const helpers = people.filter((one) => one.assists).map((one) => one.id);
  const names = namesOf(helpers, people, me, language, t);
  const helping = frame.own
    ? t(helpers.length === 1 ? "steering.helperOwn" : "steering.helpersOwn", { names })
    : t("steering.helping", { name: frame.name });
  return (
    <Section title={t("steering.sees")} id="sees">
      <p>{t("steering.seesLead")}</p>
      <Rows rows={sees.map(({ audience, who }) => ({ id: audience, icon: "eye", title: label[audience], sub: sentence(who) }))} />
      {helpers.length > 0 && <p className="soft">{helping}</p>}
      <p className="soft">{t("steering.ownToo")}</p>
      {organisation && <p className="soft">{t("steering.organisation", { organisation })}</p>}
    </Section>
  );
}
