import type { ReactNode } from "react";
import { plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Shell } from "~/ui/shell";
import type { Frame } from "../frame";

/** Which of the words a page stands under. */
export type PlaceName = "home" | "circle" | "gatherings" | "plan" | "story" | "help";

const places = [
  { name: "home", path: "", icon: "home" },
  { name: "circle", path: "/circle", icon: "kring" },
  { name: "gatherings", path: "/gatherings", icon: "calendar" },
  { name: "plan", path: "/plan", icon: "star" },
  { name: "story", path: "/story", icon: "story" },
] as const;

/** A page in a group: whose it is, the words, help and the way out, and what the page is about. */
export function GroupPage({ frame, at, wide, children }: { frame: Frame; at: PlaceName | null; wide?: boolean; children: ReactNode }) {
  const t = useText();
  const root = `/g/${frame.groupId}`;
  return (
    <Shell
      whose={{ name: frame.name, hue: frame.hue, photo: frame.photo, href: root, label: t("app.circleOf", { name: frame.name }) }}
      places={places.map(({ name, path, icon }) => ({ href: root + path, label: t(`app.${name}`), icon, current: name === at }))}
      placesLabel={t("app.nav")}
      help={{ href: `${root}/help`, label: t("app.help") }}
      out={{ href: "/me", label: t("app.out") }}
      skip={t("app.skip")}
      bar={barOf(frame, root, t, useLanguage())}
      wide={wide}
    >
      {children}
    </Shell>
  );
}

/** What is above every page of a circle: through whose eyes it is seen, until when it is there, or that it is closed. */
function barOf({ through, erasesOn, closedOn, own }: Frame, root: string, t: Say, language: Language): ReactNode {
  if (through !== null)
    return (
      <p>
        {t("steering.looking", { name: through })} <a href={`${root}/settings#look`}>{t("steering.stop")}</a>
      </p>
    );
  if (erasesOn === null) return closedOn === null ? null : <p>{t("closing.bar", { day: plainDay(closedOn, language) })}</p>;
  return (
    <p>
      {t("erasing.bar", { day: plainDay(erasesOn, language) })}{" "}
      {own ? <a href={`${root}/settings/erase`}>{t("erasing.barKeep")}</a> : <a href="/me/take-along">{t("erasing.barAlong")}</a>}
    </p>
  );
}
