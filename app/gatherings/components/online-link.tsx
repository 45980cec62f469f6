import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import type { PlaceOnline } from "../online";

/** Leads to where one takes part online, and says whose house that is. There nobody hears from where one comes. */
export function OnlineLink({ online: { href, host } }: { online: PlaceOnline }) {
  const t = useText();
  return (
    <LinkButton href={href} rel="noreferrer noopener">
      {t("gatherings.joinOnline", { host })}
    </LinkButton>
  );
}
