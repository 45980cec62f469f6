import type { Say } from "~/i18n/text";
import type { Audience } from "~/policy/table";
import type { Frame } from "./frame";

/** What each audience is called to whoever looks: the same words everywhere. */
export function audienceWords(frame: Frame, t: Say): Record<Audience, string> {
  return {
    me: frame.own ? t("plan.forMeOwn") : t("plan.forMe", { name: frame.name }),
    facilitators: frame.own ? t("plan.forFacilitatorsOwn") : t("plan.forFacilitators", { name: frame.name }),
    network: t("plan.forNetwork"),
    everyone: t("plan.forEveryone"),
  };
}
