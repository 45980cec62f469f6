import { capital } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { More } from "~/ui/more";
import { namesOf } from "../names";
import type { Doers, WhoSeesWhat } from "../who-sees-what.server";

/** Who can do what: the same people together, and under them all that they can do. */
export function WhoDoesWhat({ me, people, does }: Pick<WhoSeesWhat, "people" | "does"> & { me: string }) {
  const t = useText();
  const language = useLanguage();
  const heading = ({ who, own }: Doers) => {
    const names = namesOf(who, people, me, language, t);
    const one = who.length === 1;
    if (!own) return t(one ? "steering.canOne" : "steering.canMany", { names });
    return who.length === people.length ? t("steering.ownAll") : t(one ? "steering.ownOne" : "steering.own", { names });
  };
  return (
    <More summary={t("steering.does")} icon="key">
      {does.map((doers) => (
        <div key={`${doers.own} ${doers.who}`}>
          <h3>{capital(heading(doers))}</h3>
          <ul>
            {doers.acts.map((act) => (
              <li key={act}>{t(`steering.act.${act}`)}</li>
            ))}
          </ul>
        </div>
      ))}
    </More>
  );
}
