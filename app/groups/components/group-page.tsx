import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";
import { Shell } from "~/ui/shell";
import type { Frame } from "../frame";
import { GroupBar, hasBar, isCalm } from "./group-bar";

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
      bar={hasBar(frame) && <GroupBar frame={frame} />}
      calm={isCalm(frame)}
      wide={wide}
    >
      {children}
    </Shell>
  );
}
